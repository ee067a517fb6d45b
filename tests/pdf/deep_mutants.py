"""Files that any reader opens, and that say strange things: objects and page contents changed, then saved soundly."""

import io
import random
import warnings
from collections import Counter

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, String

_NUMBERS = (0, -1, 1, 2, 1e-30, -1e9, 2**31, 10**18, 0.5, 99999)
_NAMES = """/DeviceRGB /DeviceCMYK /Pattern /Separation /ICCBased /All /Form /Image /x /Page /Multiply
/Indexed /Type3""".split()  # noqa: SIM905 - so many quotes cannot be read
_OPERATORS = """q Q cm re f S BT ET Tj TJ Tf Td Tm Do gs sh cs scn k rg BDC EMC W n ' " Tr Tz d0 d1 v y h w
ri ??""".split()  # noqa: SIM905 - so many quotes cannot be read


def deep_mutant(base, seed):
    """A file with one to eight changes, or None if no program could save it."""
    chance = random.Random(seed)  # noqa: S311 - mutants are no secrets
    with pikepdf.open(io.BytesIO(base)) as pdf:
        for _ in range(chance.choice((1, 1, 2, 3, 8))):
            try:
                chance.choice((_change_entry, _change_entry, _change_content))(pdf, chance)
            except (ValueError, TypeError, LookupError, AttributeError, NotImplementedError, pikepdf.PdfError):
                continue  # an entry that cannot be changed like that
        out = io.BytesIO()
        try:
            pdf.save(out, compress_streams=False)
        except (RuntimeError, pikepdf.PdfError):
            return None
    return out.getvalue()


def outcomes(base, path, seeds, judge):
    """How often each outcome of ``judge(path, seed)`` came; every mutant is judged or refused in words."""
    found = Counter()
    for seed in seeds:
        data = deep_mutant(base, seed)
        if data is not None:
            path.write_bytes(data)
            outcome = judge(path, seed)
            assert outcome in ("judged", "refused"), f"mutant {seed}: {outcome}"
            found[outcome] += 1
    return found


def _value(pdf, chance, depth=0):
    """Anything that may stand in an object."""
    simple = (
        lambda: chance.choice(_NUMBERS),
        lambda: Name(chance.choice((*_NAMES, "/" + "n" * 300))),
        lambda: String(chance.randbytes(chance.choice((0, 1, 7, 300)))),
        lambda: chance.choice((True, False, None)),
        lambda: pdf.objects[chance.randrange(len(pdf.objects))],
    )
    composed = (
        lambda: Array([_value(pdf, chance, depth + 1) for _ in range(chance.choice((0, 1, 2, 4, 6, 40)))]),
        lambda: Array([chance.choice(_NUMBERS) for _ in range(chance.choice((1, 3, 4, 6)))]),
        lambda: Dictionary({chance.choice(_NAMES): _value(pdf, chance, depth + 1) for _ in range(3)}),
        lambda: pdf.make_stream(chance.randbytes(chance.choice((0, 9, 900))), Subtype=Name.Form),
    )
    return chance.choice(simple if depth > 2 else (*simple, *composed))()


def _holders(pdf):
    """Every dictionary and array, those inside others too."""
    found = []
    todo = [one for one in pdf.objects if isinstance(one, (Dictionary, Array, pikepdf.Stream))]
    while todo and len(found) < 4_000:
        holder = todo.pop()
        found.append(holder)
        kids = holder if isinstance(holder, Array) else [holder[key] for key in holder.keys()]  # noqa: SIM118 - of a stream too
        todo += [kid for kid in kids if isinstance(kid, (Dictionary, Array)) and not kid.is_indirect]
    return found


def _change_entry(pdf, chance):
    holder = chance.choice(_holders(pdf))
    value = _value(pdf, chance)
    if isinstance(holder, Array):
        at = chance.randrange(len(holder) + 1)
        if at == len(holder) or chance.random() < 0.2:
            holder.append(value)
        elif chance.random() < 0.2:
            del holder[at]
        else:
            holder[at] = value
        return
    keys = sorted(holder.keys())
    key = chance.choice(keys)
    if chance.random() < 0.15:
        del holder[key]
    elif chance.random() < 0.2:
        other = chance.choice(_holders(pdf))
        if not isinstance(other, Array):
            entry = other[chance.choice(sorted(other.keys()))]
            direct = isinstance(entry, (Dictionary, Array)) and not entry.is_indirect
            holder[key] = pdf.make_indirect(entry) if direct else entry  # an object inside itself is never written out
    elif value is None:
        del holder[key]
    else:
        holder[key] = value


def _change_content(pdf, chance):
    """Operands and operators of a page or form: changed, doubled, left out, made up."""
    streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == Name.Form]
    page = chance.choice(list(pdf.pages))
    stream = chance.choice([*streams, page.Contents])
    source = page if stream is page.Contents else stream
    with warnings.catch_warnings(action="ignore"):  # it may have been changed before
        items = [(list(one.operands), one.operator) for one in pikepdf.parse_content_stream(source)]
    if not items:
        return
    for _ in range(chance.choice((1, 2, 10))):
        at = chance.randrange(len(items))
        operands, operator = list(items[at][0]), items[at][1]
        match chance.randrange(6):
            case 0:
                del items[at]
            case 1:
                items[at:at] = items[at : at + chance.choice((1, 5, 50))]
            case 2:
                items[at] = (operands, Operator(chance.choice(_OPERATORS)))
            case 3 if operands:
                operands[chance.randrange(len(operands))] = _plain(chance)
                items[at] = (operands, operator)
            case 4:
                items[at] = ([*operands, _plain(chance)], operator)
            case _:
                made = [_plain(chance) for _ in range(chance.randrange(7))]
                items.insert(at, (made, Operator(chance.choice(_OPERATORS))))
        if not items:
            return
    data = pikepdf.unparse_content_stream(items)
    if isinstance(stream, pikepdf.Stream):
        stream.write(data)
    else:
        page.Contents = pdf.make_stream(data)


def _plain(chance):
    """An operand."""
    return chance.choice((
        lambda: chance.choice(_NUMBERS),
        lambda: Name(chance.choice(_NAMES)),
        lambda: String(chance.randbytes(chance.choice((0, 2, 80)))),
        lambda: Array([chance.choice(_NUMBERS), String(b"ab"), Name("/x")][: chance.randrange(4)]),
        lambda: Dictionary({"/MCID": chance.choice(_NUMBERS), "/ActualText": String("x")}),
    ))()  # fmt: skip
