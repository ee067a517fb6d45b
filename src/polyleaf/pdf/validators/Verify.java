// Holds PDF files against one profile of veraPDF. Run from its source: java -cp JAR Verify.java FLAVOUR PROFILE.xml
//
// Files come through standard input, each as eight bytes of length (big-endian) and its bytes: no file name has to
// survive the way through two languages. Answers leave through standard output, one JSON object in ASCII a line:
// first {"verapdf": version, "rules": n}, then for each file
// {"passed": true, "violations": [{"rule": "7.1-3", "message": "...", "count": 2}, ...]} or {"trouble": "..."}.
//
// The profile is read here with the XML parser of Java, because some builds of veraPDF come without the library (JAXB)
// that its own loader needs.

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.ReleaseDetails;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public final class Verify {
    /** Where veraPDF keeps its profiles. */
    private static final String PROFILES = "/org/verapdf/pdfa/validation/";

    /** Rules told of one file at most; a file that breaks more is told by these. */
    private static final int MOST_VIOLATIONS = 200;

    /** Letters of one message at most. */
    private static final int LONGEST_MESSAGE = 400;

    private Verify() {
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        System.setOut(nowhere); // nothing but answers may stand between answers
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[0]);
        ValidationProfile profile = profile(flavour, arguments[1]);
        if (flavour == PDFAFlavour.NO_FLAVOUR || profile.getRules().isEmpty()) {
            throw new IllegalArgumentException("veraPDF has no profile " + arguments[0]);
        }
        ReleaseDetails release = ReleaseDetails.byId("core");
        String version = release == null ? "" : release.getVersion();
        answer(answers, "{\"verapdf\": " + text(version) + ", \"rules\": " + profile.getRules().size() + "}");
        DataInputStream files = new DataInputStream(System.in);
        for (byte[] file = next(files); file != null; file = next(files)) {
            answer(answers, verdict(file, flavour, profile));
        }
    }

    /** The next file, or null when there are no more. */
    private static byte[] next(DataInputStream files) throws IOException {
        long length;
        try {
            length = files.readLong();
        } catch (EOFException end) {
            return null;
        }
        byte[] file = files.readNBytes(Math.toIntExact(length));
        return file.length == length ? file : null;
    }

    private static void answer(PrintStream answers, String line) {
        answers.write(line.getBytes(StandardCharsets.US_ASCII), 0, line.length());
        answers.write('\n');
        answers.flush();
    }

    private static String verdict(byte[] file, PDFAFlavour flavour, ValidationProfile profile) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            String end = String.valueOf(result.getJobEndStatus());
            if (!end.equalsIgnoreCase("normal")) {
                return trouble("veraPDF stopped early: " + end);
            }
            return "{\"passed\": " + result.isCompliant() + ", \"violations\": [" + violations(result, profile) + "]}";
        } catch (Exception | StackOverflowError error) {
            return trouble(words(error));
        }
    }

    private static String violations(ValidationResult result, ValidationProfile profile) {
        List<Map.Entry<RuleId, Integer>> failed = new ArrayList<>(result.getFailedChecks().entrySet());
        failed.sort(Map.Entry.<RuleId, Integer>comparingByValue().reversed()); // the rest is sorted by who reads it
        List<String> told = new ArrayList<>();
        for (Map.Entry<RuleId, Integer> entry : failed.subList(0, Math.min(failed.size(), MOST_VIOLATIONS))) {
            RuleId id = entry.getKey();
            Rule rule = profile.getRuleByRuleId(id);
            told.add("{\"rule\": " + text(id.getClause() + "-" + id.getTestNumber())
                    + ", \"message\": " + text(rule == null ? "" : rule.getDescription())
                    + ", \"count\": " + entry.getValue() + "}");
        }
        return String.join(", ", told);
    }

    private static String trouble(String words) {
        return "{\"trouble\": " + text(words) + "}";
    }

    /** What went wrong, with its first cause: veraPDF wraps what it throws. */
    private static String words(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }

    /** A JSON string of ASCII characters on one line. */
    private static String text(String words) {
        StringBuilder quoted = new StringBuilder("\"");
        String folded = words.strip().replaceAll("\\s+", " ");
        for (char letter : folded.substring(0, Math.min(folded.length(), LONGEST_MESSAGE)).toCharArray()) {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter < ' ' || letter > '~') {
                quoted.append(String.format("\\u%04x", (int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }

    private static ValidationProfile profile(PDFAFlavour flavour, String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Element root;
        try (InputStream source = Verify.class.getResourceAsStream(PROFILES + name)) {
            if (source == null) {
                throw new IllegalArgumentException("veraPDF has no profile " + name);
            }
            root = factory.newDocumentBuilder().parse(source).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element rule : children(root, "rule")) {
            rules.add(rule(rule));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element variable : children(root, "variable")) {
            variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
                    content(variable, "defaultValue"), content(variable, "value")));
        }
        return Profiles.profileFromValues(flavour, Profiles.profileDetailsFromValues(name, "", "", new Date(0)), "",
                rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = children(rule, "id").get(0);
        RuleId ruleId = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")), id.getAttribute("clause"),
                Integer.parseInt(id.getAttribute("testNumber")));
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        String message = content(children(rule, "error").get(0), "message");
        return Profiles.ruleFromValues(ruleId, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
                content(rule, "description"), content(rule, "test"),
                Profiles.errorFromValues(message, Collections.emptyList()), Collections.emptyList());
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagNameNS("*", name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String content(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
    }
}
