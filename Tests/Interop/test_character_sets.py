"""Names in every character set of the conformance target: a query with the name finds it in an archive that stores that
encoding and compares bytes, and search and metadata show it right, by pydicom's decoding. (H-02 to H-13, Q-41, Q-56, Q-58)"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pydicom
import pytest
import requests
from pydicom.charset import convert_encodings, decode_bytes
from pydicom.valuerep import PersonName

from harness import data
from harness.archives import Dcmqrscp, Orthanc
from harness.gantry import Gateway, archive
from harness.namebook import PATIENT_COMMENTS, PATIENT_NAME, STUDY_DESCRIPTION, Namebook, Page, record
from harness.web import DICOM_JSON

ESC = b"\x1b"


def kanji(text: str, back: bytes = b"(B") -> bytes:
    """JIS X 0208 between its escape sequence and the one back."""
    return ESC + b"$B" + bytes(byte & 0x7F for byte in text.encode("euc_jp")) + ESC + back


def more_kanji(text: str) -> bytes:
    """JIS X 0212, whose Extended Unix Code has a third byte in front."""
    code = text.encode("euc_jp")
    return ESC + b"$(D" + bytes(byte & 0x7F for number, byte in enumerate(code) if number % 3) + ESC + b"(B"


def hangul(text: str) -> bytes:
    return ESC + b"$)C" + text.encode("euc_kr")


def hanzi(text: str) -> bytes:
    return ESC + b"$)A" + text.encode("gb2312")


def trailing(byte: int, codec: str) -> str:
    """A character whose last byte in that encoding is one that delimits elsewhere."""
    return next(char for char in map(chr, range(0x4E00, 0x9FA6)) if char.encode(codec)[-1:] == bytes([byte]) and len(char.encode(codec)) == 2)


@dataclass
class Written:
    """A name, its bytes in the character set, and queries that have to find it."""

    terms: str
    name: str
    content: bytes
    queries: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.terms or "(none)"


def plain(terms: str, name: str, codec: str) -> Written:
    """A set without code extension: the beginning and the end of the name find it too, and single bytes by wildcards."""
    queries = [f"{name.split('^')[0]}*", f"*{name[-2:]}"]
    if codec not in MULTIBYTE:
        queries += [f"{name[:1]}*{name[-1:]}", f"{name[:-1]}?"]
    return Written(terms, name, name.encode(codec), queries)


MULTIBYTE = ("utf-8", "gb18030", "gbk")
# In GBK and GB18030 the second byte of these is a backslash, a circumflex and a vertical bar.
DELIMITERS = {codec: "".join(trailing(byte, codec) for byte in (0x5C, 0x5E, 0x7C)) for codec in ("gbk", "gb18030")}

ASKED = [
    plain("ISO_IR 100", "Buc^Jérôme Ñandú", "iso8859_1"),
    plain("ISO_IR 101", "Wałęsa^Łukasz", "iso8859_2"),
    plain("ISO_IR 109", "Ĉapek^Ĥugo", "iso8859_3"),
    plain("ISO_IR 110", "Ķēniņš^Āris", "iso8859_4"),
    plain("ISO_IR 192", "Wang^XiaoDong=王^小东=Ван^Сяодун", "utf-8"),
    plain("ISO_IR 127", "قباني^لنزار", "iso8859_6"),
    plain("ISO_IR 144", "Люкceмбypг^Жан", "iso8859_5"),
    plain("ISO_IR 126", "Διονυσιος^Νικος", "iso8859_7"),
    plain("ISO_IR 138", "שרון^דבורה", "iso8859_8"),
    plain("GB18030", f"Wang^XiaoDong=王^小东{DELIMITERS['gb18030']}㐀", "gb18030"),
    Written(
        "\\ISO 2022 IR 149",
        "Hong^Gildong=洪^吉洞=홍^길동",
        b"Hong^Gildong=" + hangul("洪") + b"^" + hangul("吉洞") + b"=" + hangul("홍") + b"^" + hangul("길동"),
        ["Hong*", "*=洪^*", "*홍^길동", "*길*"],
    ),
    plain("ISO_IR 13", "ﾔﾏﾀﾞ^ﾀﾛｳ", "shift_jis"),
    Written(
        "ISO 2022 IR 13\\ISO 2022 IR 87",
        "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
        "ﾔﾏﾀﾞ^ﾀﾛｳ=".encode("shift_jis") + kanji("山田", b"(J") + b"^" + kanji("太郎", b"(J") + b"=" + kanji("やまだ", b"(J") + b"^" + kanji("たろう", b"(J"),
        ["ﾔﾏﾀﾞ*", "*=山田^*", "*=*^太郎*", "*たろう"],
    ),
    Written(
        "\\ISO 2022 IR 87",
        "Yamada^Tarou=山田^太郎=やまだ^たろう",
        b"Yamada^Tarou=" + kanji("山田") + b"^" + kanji("太郎") + b"=" + kanji("やまだ") + b"^" + kanji("たろう"),
        ["Yamada*", "*=山田^*", "*=*^太郎*", "*たろう"],
    ),
    Written(
        "ISO 2022 IR 6\\ISO 2022 IR 13\\ISO 2022 IR 87",
        "Yamada^Tarou=ﾔﾏﾀﾞ^太郎",
        b"Yamada^Tarou=" + ESC + b")I" + "ﾔﾏﾀﾞ".encode("shift_jis") + b"^" + kanji("太郎"),
        ["Yamada*", "*太郎"],
    ),
]
BEYOND = [
    plain("ISO_IR 148", "Çavuş^Işıl Ğ", "iso8859_9"),
    plain("ISO_IR 166", "สมชาย^ใจดี", "iso8859_11"),
    plain("ISO_IR 203", "Œuvré^Žofie €", "iso8859_15"),
    Written(
        "\\ISO 2022 IR 87\\ISO 2022 IR 159",
        "Test=丂丄^太郎",
        b"Test=" + more_kanji("丂丄") + b"^" + kanji("太郎"),
        ["Test*", "*=丂丄^*", "*太郎"],
    ),
    Written(
        "\\ISO 2022 IR 58",
        "Zhang^XiaoDong=张^小东",
        b"Zhang^XiaoDong=" + hanzi("张") + b"^" + hanzi("小东"),
        ["Zhang*", "*=张^*", "*小东"],
    ),
    plain("GBK", f"Wang^XiaoDong=王^小东{DELIMITERS['gbk']}", "gbk"),
    Written(
        "ISO 2022 IR 100\\ISO 2022 IR 144",
        "Müller^Jörg=Люк^Жан",
        "Müller^Jörg=".encode("iso8859_1") + ESC + b"-L" + "Люк".encode("iso8859_5") + b"^" + ESC + b"-L" + "Жан".encode("iso8859_5"),
        ["Müller*", "*Люк^*", "*Жан"],
    ),
]
ALL = ASKED + BEYOND
TOLD, UNTOLD, OTHER = "told", "untold", "other"


def aet(number: int) -> str:
    return f"BOOK{number}"


def study(number: int, kind: str) -> str:
    return data.uid(f"names-{number}-{kind}")


def page(number: int, written: Written) -> Page:
    """Three studies: with its character set said and not said, and another patient's of the same length."""
    texts = {PATIENT_NAME: ("PN", written.content), STUDY_DESCRIPTION: ("LO", written.content)}
    comments = {PATIENT_COMMENTS: ("LT", b"first line\r\n" + written.content)}
    other = {PATIENT_NAME: ("PN", b"Doe^Jane")}
    return Page(
        aet(number),
        [
            record(f"names-{number}-{TOLD}", written.terms, texts | comments),
            record(f"names-{number}-{UNTOLD}", None, texts | comments),
            record(f"names-{number}-{OTHER}", written.terms, other),
        ],
    )


@pytest.fixture(scope="module")
def namebook():
    book = Namebook([page(number, written) for number, written in enumerate(ALL)]).start()
    yield book
    book.stop()


@pytest.fixture(scope="module")
def gateway(tmp_path_factory, namebook):
    archives = [
        {**archive(namebook, f"book{number}"), "aeTitle": aet(number), "retrieve": "get", "characterSet": written.terms}
        for number, written in enumerate(ALL)
    ]
    service = Gateway(tmp_path_factory.mktemp("names"), archives).start()
    yield service
    service.stop()


@pytest.fixture(scope="module")
def table():
    """For each set what was found out: found, search right, metadata right."""
    return {number: {} for number in range(len(ALL))}


def groups(name: str) -> dict[str, str]:
    """A name as DICOM JSON has it."""
    return {key: group for key, group in zip(("Alphabetic", "Ideographic", "Phonetic"), name.split("=")) if group}


# What pydicom 3.0 does not read, though the standard has it: there the name is compared with what was encoded.
BEYOND_PYDICOM = {
    "ISO_IR 203": "unknown to it",
    "\\ISO 2022 IR 58": "leaves the escape sequences in the text",
}


def by_pydicom(written: Written) -> dict[str, str]:
    if written.terms in BEYOND_PYDICOM:
        return groups(written.name)
    name = PersonName(written.content, convert_encodings(written.terms.split("\\"))).decode()
    return {key: group for key, group in (("Alphabetic", name.alphabetic), ("Ideographic", name.ideographic), ("Phonetic", name.phonetic)) if group}


def search(gateway: Gateway, number: int, name: str):
    url = f"{gateway.root}/archives/book{number}/dicom-web/studies"
    return requests.get(url, params={"PatientName": name, "includefield": "StudyDescription"}, headers={"Accept": DICOM_JSON}, timeout=30)


def by_study(response) -> dict[str, dict]:
    assert response.status_code in (200, 204), f"{response.status_code} {response.text[:300]}"
    return {one["0020000D"]["Value"][0]: one for one in (response.json() if response.status_code == 200 else [])}


SETS = pytest.mark.parametrize("number", range(len(ALL)), ids=[one.title for one in ALL])


@SETS
def test_the_bytes_are_those_that_pydicom_reads(number):
    assert by_pydicom(ALL[number]) == groups(ALL[number].name)


@SETS
def test_a_query_with_the_name_finds_it(gateway, namebook, table, number):
    written, asked = ALL[number], namebook.pages[aet(number)]
    wanted = {study(number, TOLD), study(number, UNTOLD)}
    table[number]["found"] = "no"
    assert set(by_study(search(gateway, number, written.name))) == wanted
    assert asked.asked[-1] == written.content, "not the bytes that the archive stores"
    assert asked.asked_in[-1].decode() == written.terms
    for query in written.queries:
        assert set(by_study(search(gateway, number, query))) == wanted, f"{query} asked as {asked.asked[-1]}"
    table[number]["found"] = f"yes, by {1 + len(written.queries)} queries"


@SETS
@pytest.mark.parametrize("kind", [TOLD, UNTOLD])
def test_search_shows_the_name(gateway, table, number, kind):
    table[number][f"search {kind}"] = "wrong"
    result = by_study(search(gateway, number, ALL[number].name))[study(number, kind)]
    assert result["00100010"]["Value"] == [by_pydicom(ALL[number])]
    assert result["00081030"]["Value"] == [ALL[number].name]
    assert result["00080005"]["Value"] == ["ISO_IR 192"]
    table[number][f"search {kind}"] = "right"


@SETS
@pytest.mark.parametrize("kind", [TOLD, UNTOLD])
def test_metadata_show_the_name(gateway, table, number, kind):
    written = ALL[number]
    table[number][f"metadata {kind}"] = "wrong"
    url = f"{gateway.root}/archives/book{number}/dicom-web/studies/{study(number, kind)}/metadata"
    response = requests.get(url, headers={"Accept": DICOM_JSON}, timeout=30)
    assert response.status_code == 200, response.text[:300]
    (described,) = response.json()
    assert described["00100010"]["Value"] == [by_pydicom(written)]
    assert described["00081030"]["Value"] == [written.name]
    assert described["00080005"]["Value"] == ["ISO_IR 192"]
    delimiters = set(b"\r\n\t\f")
    expected = f"first line\r\n{written.name}"
    if written.terms not in BEYOND_PYDICOM:
        assert expected == decode_bytes(b"first line\r\n" + written.content, convert_encodings(written.terms.split("\\")), delimiters)
    assert described["00104000"]["Value"] == [expected]
    table[number][f"metadata {kind}"] = "right"


CHARSET_FILES = sorted((Path(pydicom.__file__).parent / "data" / "charset_files").glob("*.dcm"))
# What Orthanc 1.10 does not read itself, as its own interface shows: JIS X 0201 beside JIS X 0208, and ISO 2022 IR 6 named.
UNREAD_BY_ORTHANC = {"chrH32.dcm", "chrJapMultiExplicitIR6.dcm"}


@dataclass
class Sample:
    """One of pydicom's files, with UIDs of its own, so that each is a study."""

    path: Path
    terms: str
    name: str
    study: str


@pytest.fixture(scope="module")
def samples(tmp_path_factory) -> list[Sample]:
    folder, found = tmp_path_factory.mktemp("charset-files"), []
    for path in CHARSET_FILES:
        dataset = pydicom.dcmread(path, force=True)
        if "PatientName" not in dataset:
            continue
        terms, name = dataset.SpecificCharacterSet, str(dataset.PatientName)
        dataset.StudyInstanceUID, dataset.SeriesInstanceUID, dataset.SOPInstanceUID = [data.uid(f"{path.name}/{n}") for n in range(3)]
        dataset.PatientID = path.stem
        dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
        dataset.save_as(folder / path.name)
        found.append(Sample(folder / path.name, terms if isinstance(terms, str) else "\\".join(terms), name, dataset.StudyInstanceUID))
    return found


@pytest.fixture(scope="module")
def real_archives(tmp_path_factory, samples):
    """A gateway before dcmqrscp, spoken to in each sample's own set, and before an Orthanc that speaks UTF-8."""
    orthanc = Orthanc(tmp_path_factory.mktemp("names-orthanc"))
    # Its answers are in this encoding whatever the query's, and lack the characters that it does not have: Latin 1 unless set.
    settings = orthanc.configuration() | {"DefaultEncoding": "Utf8"}
    orthanc.configuration = lambda: settings
    orthanc.start()
    orthanc.add([sample.path for sample in samples])
    dcmqrscp = Dcmqrscp(tmp_path_factory.mktemp("names-dcmqrscp"))
    dcmqrscp.add([sample.path for sample in samples])
    dcmqrscp.start()
    latin = Orthanc(tmp_path_factory.mktemp("names-latin")).start()
    latin.add([sample.path for sample in samples])
    own = [archive(dcmqrscp, f"dcmqrscp-{sample.path.stem}", characterSet=sample.terms, retrieve="get") for sample in samples]
    service = Gateway(tmp_path_factory.mktemp("names-real"), [archive(orthanc, "orthanc", retrieve="get"), archive(latin, "latin", retrieve="get"), *own]).start()
    yield service
    service.stop()
    dcmqrscp.stop()
    latin.stop()
    orthanc.stop()


def test_a_name_that_the_archive_finds_and_cannot_say_is_a_result_with_a_warning(real_archives, samples):
    """Orthanc left in Latin 1 finds Cyrillic names and answers without their letters; that is no reason to drop what it found."""
    sample = next(sample for sample in samples if sample.path.name == "chrRuss.dcm")
    url = f"{real_archives.root}/archives/latin/dicom-web/studies"
    response = requests.get(url, params={"PatientName": sample.name}, headers={"Accept": DICOM_JSON}, timeout=30)
    assert by_study(response).keys() == {sample.study}
    assert "PatientName" in response.headers["Warning"]


@pytest.mark.parametrize("peer", ["dcmqrscp", "orthanc"])
def test_real_archives_find_pydicoms_names(real_archives, samples, figure, peer):
    faults, asked = {}, [one for one in samples if peer == "dcmqrscp" or one.path.name not in UNREAD_BY_ORTHANC]
    for sample in asked:
        name = f"dcmqrscp-{sample.path.stem}" if peer == "dcmqrscp" else peer
        url = f"{real_archives.root}/archives/{name}/dicom-web/studies"
        results = by_study(requests.get(url, params={"PatientName": sample.name}, headers={"Accept": DICOM_JSON}, timeout=30))
        shown = results.get(sample.study, {}).get("00100010", {}).get("Value")
        if shown != [groups(sample.name)]:
            faults[sample.path.name] = shown
    figure(f"names of pydicom's charset_files found in {peer} and shown right: {len(asked) - len(faults)} of {len(asked)}")
    assert len(asked) >= 13 and faults == {}


def test_characters_that_the_archive_does_not_have_match_nothing(gateway, namebook):
    """Asked as wildcards (Q-56), which the archive's `Doe^Jane` fits, and matched again by the gateway."""
    number = next(number for number, written in enumerate(ALL) if written.terms == "ISO_IR 100")
    response = search(gateway, number, "Люк^Жанн")
    assert namebook.pages[aet(number)].asked[-1] == b"???^????"
    assert response.status_code == 204, response.text[:300]
    assert by_study(search(gateway, number, "Do?^*")).keys() == {study(number, OTHER)}


def test_the_table_is_complete(table, figure):
    columns = ["found", "search told", "search untold", "metadata told", "metadata untold"]
    figure(f"{'character set':48} " + " ".join(f"{column:18}" for column in columns))
    for number, written in enumerate(ALL):
        figure(f"{written.title:48} " + " ".join(f"{table[number].get(column, ''):18}" for column in columns))
    assert all(table[number].get(column) for number in table for column in columns), "an empty cell"
