"""What is measured on finished pages: values first, judged by the checks and shown on the certificate."""
