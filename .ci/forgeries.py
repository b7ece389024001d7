"""forgeries.py AGS FORGERIES WORK: shows forged, saved and sealed files in poppler and pdfium, and verifies them."""

import collections, csv, datetime, io, json, os, pathlib, subprocess, sys
from concurrent.futures import ProcessPoolExecutor

import pikepdf, pypdf, pypdfium2
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers

AGS, FORGERIES, WORK = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
ORIGINALS = FORGERIES / "originals"
# The originals that are saved by other programs; the house style is a statement too.
SAVED = ["statement", "return", "leicestershire"]
VERDICTS = ["as-issued", "saved-again", "words-agree", "not-sound", "refused"]
# Pages beyond these are not shown: a forgery may say that it has any number.
MOST_PAGES = 60
# The longest that a viewer may take for a file, in seconds; one that takes longer shows nothing.
LONGEST = 20
# The longest that verifying a folder may take, in seconds.
LONGEST_OF_ALL = 180


def verdicts(folder):
    """The verdict and the signers of the seals of every file in a folder, by its path."""
    out = WORK / "verified.json"
    words = [AGS, "verify", str(folder), "--format", "json", "--out", str(out)]
    subprocess.run(words, stderr=subprocess.DEVNULL, timeout=LONGEST_OF_ALL)
    found = json.loads(out.read_text())
    named = {one["file"]: (one["verdict"], [sealed_by(seal) for seal in one["seals"]]) for one in found["verifications"]}
    named |= {one["file"]: ("refused", []) for one in found["errors"]}
    return {pathlib.Path(file).resolve(): one for file, one in named.items()}


def sealed_by(seal):
    """The name of the signer of a seal whose digest holds."""
    match seal["message"]:
        case {"digest": {"state": "holds"}, "signer": {"common_name": name}}:
            return name
    return None


def command(*words):
    """What a program writes; None if it fails or takes too long."""
    try:
        ran = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        return None
    return ran.stdout if ran.returncode == 0 else None


def poppler(file):
    """The pixels and the words of a file in poppler."""
    pages = ["-l", str(MOST_PAGES), str(file)]
    return command("pdftoppm", "-r", "15", "-gray", *pages), command("pdftotext", *pages, "-")


def pdfium(file):
    """The pixels and the words of a file in pdfium."""
    try:
        document = pypdfium2.PdfDocument(file)
        pixels, words = [], []
        for number in range(min(len(document), MOST_PAGES)):
            page = document[number]
            bitmap = page.render(scale=0.21, grayscale=True)
            pixels.append((bitmap.width, bitmap.height, bytes(bitmap.buffer)))
            words.append(page.get_textpage().get_text_bounded())
        return pixels, words
    except Exception:
        return None


def shown(file):
    """What the two viewers show of a file, as one number for each."""
    return hash(poppler(file)), hash(repr(pdfium(file)))


def rows(forged, tsv, seen):
    """The table: for each family how many forgeries have each verdict, and how many a viewer shows otherwise."""
    families = collections.defaultdict(collections.Counter)
    for row in tsv:
        file = (FORGERIES / row["family"] / f"{row['name']}.pdf").resolve()
        families[row["family"]].update([forged[file][0], "all"] + ["seen"] * seen[file])
    yield f"{'family':12}{'forgeries':>10}" + "".join(f"{name:>13}" for name in VERDICTS) + f"{'seen':>6}"
    for family, count in families.items():
        yield f"{family:12}{count['all']:10}" + "".join(f"{count[name]:13}" for name in VERDICTS) + f"{count['seen']:6}"


def check_forgeries(pool):
    with open(FORGERIES / "forgeries.tsv", newline="", encoding="utf-8") as file:
        tsv = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    files = [(FORGERIES / row["family"] / f"{row['name']}.pdf").resolve() for row in tsv]
    originals = [ORIGINALS / f"{row['base']}.pdf" for row in tsv]
    known = dict(zip(set(originals), pool.map(shown, set(originals))))
    seen = {file: views != known[original] for file, original, views in zip(files, originals, pool.map(shown, files, chunksize=4))}
    forged = verdicts(FORGERIES)
    print("\n".join(rows(forged, tsv, seen)))
    for row, file in zip(tsv, files):
        name = f"{row['family']}/{row['name']}"
        if forged[file][0] == "as-issued":
            yield f"{name} is as issued: {row['what']}"
        if forged[file][0] == "saved-again" and seen[file]:
            yield f"{name} is saved again, and a viewer shows it otherwise: {row['what']}"


def pikepdf_save(source, to, **options):
    with pikepdf.open(source) as pdf:
        pdf.save(to, **options)


def pypdf_save(source, to, packed):
    writer = pypdf.PdfWriter(clone_from=source)
    if packed:
        for page in writer.pages:
            page.compress_content_streams()
    writer.write(to)


def run(*words):
    # qpdf ends with 3 after a warning.
    assert subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode in (0, 3), words


def qpdf(*options):
    return lambda source, to: run("qpdf", *options, source, to)


# How other programs save a file without a change.
SAVES = {
    "qpdf-linearize": qpdf("--linearize"),
    "qpdf-qdf": qpdf("--qdf", "--object-streams=disable"),
    "qpdf-object-streams": qpdf("--object-streams=generate"),
    "qpdf-no-object-streams": qpdf("--object-streams=disable"),
    "qpdf-uncompress": qpdf("--stream-data=uncompress"),
    "qpdf-recompress": qpdf("--recompress-flate", "--compression-level=9"),
    "pikepdf": lambda source, to: pikepdf_save(source, to),
    "pikepdf-linearize": lambda source, to: pikepdf_save(source, to, linearize=True),
    "pypdf": lambda source, to: pypdf_save(source, to, False),
    "pypdf-compress": lambda source, to: pypdf_save(source, to, True),
    "mutool-clean": lambda source, to: run("mutool", "clean", source, to),
    "mutool-clean-gg": lambda source, to: run("mutool", "clean", "-z", "-gg", source, to),
}
# How other programs write its pages anew.
ANEW = {
    "pdftocairo": lambda source, to: run("pdftocairo", "-pdf", source, to),
    "mutool-convert": lambda source, to: run("mutool", "convert", "-o", to, source),
}


def check_saved():
    """The originals saved by other programs, and written anew."""
    folder = WORK / "saved"
    folder.mkdir()
    expected = {}
    for name in SAVED:
        for programs, right in ((SAVES, "saved-again"), (ANEW, "not-sound")):
            for program, save in programs.items():
                to = folder / f"{program}-{name}.pdf"
                save(str(ORIGINALS / f"{name}.pdf"), str(to))
                expected[to] = right
    return compare(folder, {file: (right, []) for file, right in expected.items()})


def compare(folder, expected):
    """What is found otherwise than expected."""
    found = verdicts(folder)
    for file, right in expected.items():
        if found[file.resolve()] != right:
            yield f"{file.stem}: {found[file.resolve()]}, not {right}"


# The name in the certificate of the seals made here.
SIGNER = "Example Borough Council"


def sealer():
    """A signer with a key of its own."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, SIGNER)])
    start = datetime.datetime(2022, 1, 1)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(start).not_valid_after(start + datetime.timedelta(days=36500))
        .add_extension(usage, critical=True).sign(key, hashes.SHA256())
    )
    bundle = serialization.pkcs12.serialize_key_and_certificates(b"seal", key, certificate, None, serialization.NoEncryption())
    return signers.SimpleSigner.load_pkcs12_data(bundle, other_certs=[], passphrase=None)


def seal(data, signer, name="Seal1", page=-1, box=None, certify=False):
    """A file with one more seal, after PAdES."""
    about = signers.PdfSignatureMetadata(
        field_name=name, subfilter=fields.SigSeedSubFilter.PADES, certify=certify, docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    where = fields.SigFieldSpec(name, on_page=page, box=box)
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    return signers.PdfSigner(about, signer, new_field_spec=where).sign_pdf(writer).getvalue()


def fill(data, signer, name, change=lambda writer: None, certify=False):
    """A file with one of its own fields signed, after PAdES, and with another change in the same revision."""
    about = signers.PdfSignatureMetadata(
        field_name=name, subfilter=fields.SigSeedSubFilter.PADES, certify=certify, docmdp_permissions=fields.MDPPerm.FILL_FORMS,
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    return signers.PdfSigner(about, signer).sign_pdf(writer, existing_fields_only=True).getvalue()


def with_entry(number, key, value):
    """A change of one entry of a field, counted from 0."""
    def change(writer):
        field = writer.root["/AcroForm"]["/Fields"].raw_get(number)
        field.get_object()[generic.pdf_name(key)] = value
        writer.mark_update(field)
    return change


def drawn(writer):
    """Draws in the first field, as if it were signed."""
    look = writer.add_object(generic.StreamObject(
        {generic.pdf_name("/Type"): generic.pdf_name("/XObject"), generic.pdf_name("/Subtype"): generic.pdf_name("/Form"),
         generic.pdf_name("/BBox"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 9, 9)))},
        stream_data=b"0 0 9 9 re f",
    ))
    with_entry(0, "/AP", generic.DictionaryObject({generic.pdf_name("/N"): look}))(writer)


def check_fields():
    """The fields of a statement signed by another program, in turn, and with changes that no signature makes."""
    folder = WORK / "fields"
    folder.mkdir()
    issued = (ORIGINALS / "to-sign.pdf").read_bytes()
    reader = PdfFileReader(io.BytesIO(issued))
    names = [name for name, _, _ in fields.enumerate_sig_fields(reader, filled_status=False)]
    if len(names) < 2:
        yield f"to-sign has {len(names)} fields to sign, not two or more"
        return
    signer = sealer()
    first, second = names[:2]
    once = fill(issued, signer, first)
    text, number = generic.TextStringObject, generic.NumberObject
    moved = generic.ArrayObject(map(number, (60, 500, 540, 660)))
    lock = generic.DictionaryObject(
        {generic.pdf_name("/Type"): generic.pdf_name("/SigFieldLock"), generic.pdf_name("/Action"): generic.pdf_name("/All")}
    )
    files = {
        "not-signed": (issued, ("as-issued", []), 0),
        "once": (once, ("as-issued", [SIGNER]), 0),
        "other-first": (fill(issued, signer, second), ("as-issued", [SIGNER]), 0),
        "twice": (fill(once, signer, second), ("as-issued", [SIGNER, SIGNER]), 0),
        "certified": (fill(issued, signer, first, certify=True), ("as-issued", [SIGNER]), 0),
        "field-and-seal": (seal(once, signer), ("as-issued", [SIGNER, SIGNER]), 0),
        "moved": (fill(issued, signer, first, with_entry(0, "/Rect", moved)), "not-sound", 1),
        "other-moved": (fill(issued, signer, first, with_entry(1, "/Rect", moved)), "not-sound", 1),
        "renamed": (fill(issued, signer, first, with_entry(0, "/TU", text("Signature of nobody"))), "not-sound", 1),
        "hidden": (fill(issued, signer, first, with_entry(0, "/F", number(2))), "not-sound", 1),
        "locked": (fill(issued, signer, first, with_entry(0, "/Lock", lock)), "not-sound", 1),
        "drawn": (updated(issued, drawn), "not-sound", 1),
        "drawn-after": (updated(once, drawn), "not-sound", 1),
        "turned": (fill(issued, signer, first, turn), "not-sound", 1),
    }
    for name, (data, _, _) in files.items():
        (folder / f"{name}.pdf").write_bytes(data)
    found = verdicts(folder)
    for name, (_, right, code) in files.items():
        file = folder / f"{name}.pdf"
        one = found[file.resolve()]
        if right not in (one, one[0]):
            yield f"field {name}: {one}, not {right}"
        ran = subprocess.run([AGS, "verify", str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=LONGEST)
        if ran.returncode != code:
            yield f"field {name}: exit code {ran.returncode}, not {code}"
        if one[0] == "as-issued" and one[1]:
            valid = (command("pdfsig", "-nocert", str(file)) or b"").count(b"Signature is Valid.")
            if valid != len(one[1]):
                yield f"field {name}: poppler finds {valid} valid signatures, not {len(one[1])}"


def updated(data, change):
    """A file with one more revision."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def turn(writer):
    page, _ = writer.find_page_for_modification(4)
    page.get_object()["/Rotate"] = generic.NumberObject(180)
    writer.mark_update(page)


def check_sealed():
    """Seals by another program: honest ones, and some that cover words or are followed by changes."""
    folder = WORK / "sealed"
    folder.mkdir()
    signer, blank, words = sealer(), (70, 60, 270, 115), (60, 500, 540, 660)
    issued = (ORIGINALS / "statement.pdf").read_bytes()
    once = seal(issued, signer)
    with pikepdf.open(io.BytesIO(issued)) as pdf:
        pdf.docinfo["/Title"] = "No Annual Governance Statement"
        retitled = io.BytesIO()
        pdf.save(retitled)
    files = {
        "invisible": (once, ("as-issued", [SIGNER])),
        "invisible-return": (seal((ORIGINALS / "return.pdf").read_bytes(), signer), ("as-issued", [SIGNER])),
        "visible": (seal(issued, signer, box=blank), ("as-issued", [SIGNER])),
        "twice": (seal(once, signer, name="Seal2"), ("as-issued", [SIGNER, SIGNER])),
        "certified": (seal(issued, signer, certify=True), ("as-issued", [SIGNER])),
        "over-words": (seal(issued, signer, page=5, box=words), "not-sound"),
        "over-words-second": (seal(once, signer, name="Seal2", page=5, box=words), "not-sound"),
        "turned-after": (updated(once, turn), "not-sound"),
        "turned-before": (seal(updated(issued, turn), signer), "not-sound"),
        "turned-between": (seal(updated(once, turn), signer, name="Seal2"), "not-sound"),
        "other-title": (seal(retitled.getvalue(), signer), "not-sound"),
    }
    for name, (data, _) in files.items():
        (folder / f"{name}.pdf").write_bytes(data)
    found = verdicts(folder)
    for name, (_, right) in files.items():
        one = found[(folder / f"{name}.pdf").resolve()]
        if right not in (one, one[0]):
            yield f"sealed {name}: {one}, not {right}"
        # Another program finds the signatures of the honest ones valid.
        if one[0] == "as-issued":
            valid = (command("pdfsig", "-nocert", str(folder / f"{name}.pdf")) or b"").count(b"Signature is Valid.")
            if valid != len(one[1]):
                yield f"sealed {name}: poppler finds {valid} valid signatures, not {len(one[1])}"


def main():
    # The same numbers for the same views in every process.
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
    faults = []
    with ProcessPoolExecutor() as pool:
        faults += check_forgeries(pool)
    faults += check_saved()
    faults += check_sealed()
    faults += check_fields()
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


main()
