"""What a press file says of itself: information, metadata, output intent. The same input gives the same words."""

from __future__ import annotations

import hashlib
import uuid
from xml.sax.saxutils import escape

import pikepdf

from polyleaf import __version__
from polyleaf.pdf.press.order import PressOrder
from polyleaf.pdf.press.profile import REGISTRY, load

_TOOL = f"polyleaf {__version__}"
_NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}
_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))


def describe(pdf: pikepdf.Pdf, order: PressOrder, source: bytes) -> None:
    """Write information, metadata and output intent.

    Args:
        pdf: The file.
        order: What it is.
        source: Bytes of the accessible file, from which the identifiers follow.
    """
    title, author = order.title.translate(_CONTROL), order.author.translate(_CONTROL)
    day = f"{order.date:%Y%m%d}"
    producer = str(pdf.docinfo.get("/Producer", "")) if "/Info" in pdf.trailer else ""
    pdf.trailer["/Info"] = pdf.make_indirect(
        pikepdf.Dictionary(
            Title=title,
            Author=author,
            Creator=_TOOL,
            Producer=producer,
            CreationDate=f"D:{day}000000Z",
            ModDate=f"D:{day}000000Z",
            Trapped=pikepdf.Name("/False"),
        )
    )
    content = hashlib.sha256(source).hexdigest()
    document = uuid.uuid5(uuid.NAMESPACE_URL, f"polyleaf:{order.name}")
    instance = uuid.uuid5(document, f"{content} {order!r}")
    if order.code:
        pdf.docinfo["/Keywords"] = order.code
    packet = pikepdf.Stream(pdf, _packet(order, title, author, producer, document, instance))
    packet.Type, packet.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = pdf.make_indirect(packet)
    pdf.Root.OutputIntents = pikepdf.Array([pdf.make_indirect(_intent(pdf, order))])


def _packet(
    order: PressOrder, title: str, author: str, producer: str, document: uuid.UUID, instance: uuid.UUID
) -> bytes:
    day = f"{order.date:%Y-%m-%d}T00:00:00Z"
    spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _NAMES.items())
    plain = {
        "pdfxid:GTS_PDFXVersion": "PDF/X-4",
        "xmp:CreateDate": day,
        "xmp:ModifyDate": day,
        "xmp:MetadataDate": day,
        "xmp:CreatorTool": _TOOL,
        "xmpMM:DocumentID": f"uuid:{document}",
        "xmpMM:InstanceID": f"uuid:{instance}",
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
        "pdf:Producer": producer,
        "pdf:Trapped": "False",
    }
    if order.code:
        plain["pdf:Keywords"] = order.code
    entries = "".join(f"<{name}>{escape(value)}</{name}>\n" for name, value in plain.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        f'<rdf:RDF {spaces}>\n<rdf:Description rdf:about="">\n'
        "<dc:format>application/pdf</dc:format>\n"
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>\n'
        f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>\n"
        f"<dc:language><rdf:Bag><rdf:li>{escape(order.language)}</rdf:li></rdf:Bag></dc:language>\n"
        f"{entries}</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    ).encode()


def _intent(pdf: pikepdf.Pdf, order: PressOrder) -> pikepdf.Dictionary:
    profile = order.profile
    embedded = pikepdf.Stream(pdf, load(profile))
    embedded.N = 4
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFX,
        OutputConditionIdentifier=profile.identifier,
        OutputCondition=profile.condition,
        Info=profile.description,
        DestOutputProfile=pdf.make_indirect(embedded),
    )
    if profile.registered:
        intent.RegistryName = REGISTRY
    return intent
