"""The search grid: each resource, each kind of key, before archives that can do more and less (requirements §1.1 to §1.5).

What is expected is computed from the files: a predicate over pydicom's data sets beside each key, and nothing else.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Callable
from urllib.parse import quote

import pytest
import requests
from pydicom import dcmread
from pydicom.dataset import Dataset

from harness import data
from harness.archives import Dcmqrscp, Orthanc
from harness.gantry import Demo, Gateway, archive
from harness.hierarchy import HierarchicalArchive
from harness.web import DICOM_JSON

STUDIES = 12
UNIQUE = {"studies": "StudyInstanceUID", "series": "SeriesInstanceUID", "instances": "SOPInstanceUID"}
TAGS = {"StudyInstanceUID": "0020000D", "SeriesInstanceUID": "0020000E", "SOPInstanceUID": "00080018"}
NAMES = ["Müller^Jürgen", "Muller^Jo", "Yamada^Tarou", "smith^anna", "SMITH^ALBERT", "Øster^Å"]
MODALITIES = [["CT"], ["CT", "SR"], ["MR"], ["MR", "CT", "PR"], ["US"], ["XA"]]
STUDY, SERIES = data.uid("grid3"), data.uid("grid3/1")


def item(**attributes) -> Dataset:
    dataset = Dataset()
    for keyword, value in attributes.items():
        setattr(dataset, keyword, value)
    return dataset


@pytest.fixture(scope="module")
def files(workspace) -> list:
    """Twelve studies of six patients: one to three series of two or three instances, all different in what is searched for."""
    made = []
    for study in range(STUDIES):
        patient, modalities = study % 6, MODALITIES[study % 6]
        for series, modality in enumerate(modalities, 1):
            for number in range(1, 3 + (study + series) % 2):
                made.append(instance(study, patient, series, modality, number))
    return [data.save(one, workspace / "grid" / f"{index:03d}.dcm") for index, one in enumerate(made)]


def instance(study: int, patient: int, series: int, modality: str, number: int) -> Dataset:
    dataset = data.instance(f"grid{study}", series, number, data.SECONDARY_CAPTURE, modality)
    dataset.SpecificCharacterSet = "ISO_IR 100"
    dataset.PatientName, dataset.PatientID = NAMES[patient], f"P-{patient}"
    dataset.PatientBirthDate, dataset.PatientSex = f"19{60 + patient}0101", "MFO"[patient % 3]
    dataset.OtherPatientIDsSequence = [item(PatientID=f"X-{patient}", IssuerOfPatientID="HERE"), item(PatientID="X-ALL", IssuerOfPatientID=f"TH-{patient}")]
    dataset.AccessionNumber, dataset.StudyID = f"ACC{study:02d}", f"S{study % 4}"
    dataset.StudyDate, dataset.StudyTime = f"202401{study % 5 + 1:02d}", f"{(study * 5) % 24:02d}1500"
    dataset.StudyDescription = f"Study {'AB'[study % 2]} {study}"
    dataset.ReferringPhysicianName = f"Referrer^{'XYZ'[study % 3]}"
    dataset.SeriesDescription = f"Series {'KL'[series % 2]} {study}"
    dataset.OperatorsName = f"Operator^{'MN'[(study + series) % 2]}"
    dataset.PerformedProcedureStepStartDate, dataset.PerformedProcedureStepStartTime = f"202402{series:02d}", f"{(study + series * 7) % 24:02d}0000"
    dataset.RequestAttributesSequence = [item(ScheduledProcedureStepID=f"SPS{series}", RequestedProcedureID=f"RP{study % 3}")]
    dataset.ImageComments = f"Comment {'uvw'[number % 3]}{study}"
    dataset.ContentDate, dataset.ContentTime = f"202403{number:02d}", f"{(study + number * 6) % 24:02d}3000"
    dataset.ContentCreatorName = f"Creator^{'OP'[number % 2]}"
    dataset.ReferencedImageSequence = [item(ReferencedSOPClassUID=data.CT_IMAGE, ReferencedSOPInstanceUID=data.uid(f"reference{number}"))]
    return dataset


@pytest.fixture(scope="module")
def datasets(files) -> list[Dataset]:
    return [dcmread(file) for file in files]


ARCHIVES = ["relational", "hierarchical", "patient root", "hierarchical without optional keys", "demo", "orthanc", "dcmqrscp"]


@pytest.fixture(scope="module", params=ARCHIVES)
def before(request, workspace, files, datasets, tmp_path_factory):
    """The gateway before each kind of archive: `relational` and `demo` are granted relational queries and combined times."""
    kind = request.param
    folder = tmp_path_factory.mktemp("grid")
    if kind == "demo":
        service = Demo(folder / "demo", files[0].parent).start()
        service.kind = kind
        yield service
        service.stop()
        return
    if kind == "orthanc":
        peer = Orthanc(folder / "orthanc").start()
        peer.add(files)
    elif kind == "dcmqrscp":
        peer = Dcmqrscp(folder / "dcmqrscp")
        peer.add(files)
        peer.start()
    else:
        options = {
            "relational": {"relational": True, "combined": True},
            "hierarchical": {},
            "patient root": {"models": ("patient",)},
            "hierarchical without optional keys": {"omits": OPTIONAL},
        }[kind]
        peer = HierarchicalArchive(datasets, **options).start()
    gateway = Gateway(folder, [archive(peer, characterSet="ISO_IR 100")]).start()
    gateway.kind = kind
    yield gateway
    gateway.stop()
    peer.stop()


# What an archive need not have (PS3.4 Tables C.6-2 to C.6-5) and the gateway then counts or says that it was not matched.
OPTIONAL = {
    "ModalitiesInStudy", "NumberOfStudyRelatedSeries", "NumberOfStudyRelatedInstances", "NumberOfSeriesRelatedInstances", "StudyDescription",
    "OtherPatientIDsSequence", "RequestAttributesSequence", "OperatorsName", "ContentCreatorName", "ImageComments", "ContentDate",
    "ContentTime", "PerformedProcedureStepStartDate", "PerformedProcedureStepStartTime", "ReferencedImageSequence",
    "ReferringPhysicianName",
}  # fmt: skip


@dataclass
class Key:
    """A search, and which instances match it; `also` is the modalities of the instance's study."""

    kind: str
    query: str
    matches: Callable[[Dataset, set], bool]
    # Where an archive minds the case of names, which PS3.4 §C.2.2.2.1.1 leaves to it.
    minding_case: Callable[[Dataset, set], bool] | None = None


def moment(dataset: Dataset, date: str, time: str) -> str:
    return dataset[date].value + dataset[time].value


def name(dataset: Dataset, keyword: str = "PatientName") -> str:
    return str(dataset[keyword].value).casefold()


def never(dataset: Dataset, modalities: set) -> bool:
    return False


OF_STUDIES = [
    Key("single value", "PatientID=P-3", lambda d, m: d.PatientID == "P-3"),
    Key("single value", "00080050=ACC07", lambda d, m: d.AccessionNumber == "ACC07"),
    Key("single value", "StudyDate=20240103", lambda d, m: d.StudyDate == "20240103"),
    Key("single value", "PatientSex=F", lambda d, m: d.PatientSex == "F"),
    Key("wildcard", "AccessionNumber=ACC1*", lambda d, m: d.AccessionNumber.startswith("ACC1")),
    Key("wildcard", "PatientID=P-%3F&StudyID=%3F1", lambda d, m: d.StudyID == "S1"),
    Key("wildcard", "StudyDescription=*A*", lambda d, m: "A" in d.StudyDescription),
    Key("wildcard, case", "StudyDescription=*a*", lambda d, m: "a" in d.StudyDescription),
    Key("list of UIDs", f"StudyInstanceUID={data.uid('grid1')},{data.uid('grid5')}", lambda d, m: d.StudyInstanceUID in (data.uid("grid1"), data.uid("grid5"))),
    Key("list of UIDs", f"StudyInstanceUID={data.uid('grid1')}%5C{data.uid('absent')}", lambda d, m: d.StudyInstanceUID == data.uid("grid1")),
    Key("list of values", "AccessionNumber=ACC01,ACC04,ACC99", lambda d, m: d.AccessionNumber in ("ACC01", "ACC04")),
    Key("list of values", "PatientID=P-0,P-2&StudyID=S0,S2", lambda d, m: d.PatientID in ("P-0", "P-2") and d.StudyID in ("S0", "S2")),
    Key("range", "StudyDate=20240102-20240103", lambda d, m: "20240102" <= d.StudyDate <= "20240103"),
    Key("range", "StudyTime=10-1200", lambda d, m: "100000" <= d.StudyTime <= "120059"),
    Key("open range", "StudyDate=20240104-", lambda d, m: d.StudyDate >= "20240104"),
    Key("open range", "StudyDate=-20240102", lambda d, m: d.StudyDate <= "20240102"),
    Key("date and time combined", "StudyDate=20240101-20240103&StudyTime=1000-1200", lambda d, m: "20240101100000" <= moment(d, "StudyDate", "StudyTime") <= "20240103120059"),
    Key("date and time combined", "StudyDate=20240103-&StudyTime=1200-", lambda d, m: moment(d, "StudyDate", "StudyTime") >= "20240103120000"),
    Key("date and time apart", "StudyDate=20240103-&StudyTime=-1200", lambda d, m: d.StudyDate >= "20240103" and d.StudyTime <= "120059"),
    Key("name, wildcard", "PatientName=*Tarou", lambda d, m: name(d).endswith("tarou")),
    Key("name, case", "PatientName=smith*", lambda d, m: name(d).startswith("smith"), lambda d, m: d.PatientName == "smith^anna"),
    Key("name, not ASCII", f"PatientName={quote('MÜLLER*')}", lambda d, m: name(d).startswith("müller"), never),
    Key("name, not ASCII", f"PatientName={quote('Øster^Å')}", lambda d, m: name(d) == "øster^å"),
    Key("empty", "PatientID=", lambda d, m: True),
    Key("empty", "PatientID=*&AccessionNumber", lambda d, m: True),
    Key("sequence", "OtherPatientIDsSequence.PatientID=X-2", lambda d, m: any(i.PatientID == "X-2" for i in d.OtherPatientIDsSequence)),
    Key("sequence", "OtherPatientIDsSequence.PatientID=X-2&00101002.00100021=HERE", lambda d, m: any(i.PatientID == "X-2" and i.IssuerOfPatientID == "HERE" for i in d.OtherPatientIDsSequence)),
    Key("sequence", "OtherPatientIDsSequence.PatientID=X-2&00101002.00100021=TH-2", lambda d, m: any(i.PatientID == "X-2" and i.IssuerOfPatientID == "TH-2" for i in d.OtherPatientIDsSequence)),
    Key("modalities in study", "ModalitiesInStudy=CT", lambda d, m: "CT" in m),
    Key("modalities in study", "ModalitiesInStudy=SR,US", lambda d, m: m & {"SR", "US"}),
    Key("fuzzy", "PatientName=Smith*&fuzzymatching=true", lambda d, m: name(d).startswith("smith"), never),
    Key("all of several values", "multiplevaluematching=true&ModalitiesInStudy=CT,MR", lambda d, m: {"CT", "MR"} <= m),
    Key("empty value", "emptyvaluematching=true&PatientID=%22%22", lambda d, m: not d.PatientID),
]
OF_SERIES = [
    Key("single value", "Modality=CT", lambda d, m: d.Modality == "CT"),
    Key("single value", "SeriesNumber=2", lambda d, m: d.SeriesNumber == 2),
    Key("wildcard", "Modality=%3FR", lambda d, m: d.Modality.endswith("R")),
    Key("wildcard", "SeriesDescription=*K*", lambda d, m: "K" in d.SeriesDescription),
    Key("wildcard, case", "SeriesDescription=*k*", lambda d, m: "k" in d.SeriesDescription),
    Key("list of UIDs", f"SeriesInstanceUID={data.uid('grid3/1')},{data.uid('grid3/3')}", lambda d, m: d.SeriesInstanceUID in (data.uid("grid3/1"), data.uid("grid3/3"))),
    Key("list of values", "Modality=MR,PR", lambda d, m: d.Modality in ("MR", "PR")),
    Key("range", "PerformedProcedureStepStartDate=20240202-20240203", lambda d, m: "20240202" <= d.PerformedProcedureStepStartDate <= "20240203"),
    Key("open range", "PerformedProcedureStepStartDate=20240202-", lambda d, m: d.PerformedProcedureStepStartDate >= "20240202"),
    Key("date and time combined", "PerformedProcedureStepStartDate=20240201-20240202&PerformedProcedureStepStartTime=12-15", lambda d, m: "20240201120000" <= moment(d, "PerformedProcedureStepStartDate", "PerformedProcedureStepStartTime") <= "20240202155959"),
    Key("name, case", "OperatorsName=operator^m", lambda d, m: name(d, "OperatorsName") == "operator^m"),
    Key("empty", "SeriesNumber=", lambda d, m: True),
    Key("sequence", "RequestAttributesSequence.ScheduledProcedureStepID=SPS2", lambda d, m: d.RequestAttributesSequence[0].ScheduledProcedureStepID == "SPS2"),
    Key("sequence", "RequestAttributesSequence.00401001=RP0,RP2&RequestAttributesSequence.00400009=SPS1", lambda d, m: d.RequestAttributesSequence[0].RequestedProcedureID in ("RP0", "RP2") and d.RequestAttributesSequence[0].ScheduledProcedureStepID == "SPS1"),
]  # fmt: skip
OF_INSTANCES = [
    Key("single value", "InstanceNumber=2", lambda d, m: d.InstanceNumber == 2),
    Key("single value", f"SOPClassUID={data.SECONDARY_CAPTURE}", lambda d, m: True),
    Key("wildcard", "ImageComments=*v*", lambda d, m: "v" in d.ImageComments),
    Key("list of UIDs", f"SOPInstanceUID={data.uid('grid3/1/1')},{data.uid('grid3/1/2')},{data.uid('grid3/2/1')}", lambda d, m: d.SOPInstanceUID in (data.uid("grid3/1/1"), data.uid("grid3/1/2"), data.uid("grid3/2/1"))),
    Key("list of values", "InstanceNumber=1,3", lambda d, m: d.InstanceNumber in (1, 3)),
    Key("range", "ContentDate=20240302-20240303", lambda d, m: "20240302" <= d.ContentDate <= "20240303"),
    Key("open range", "ContentDate=-20240301", lambda d, m: d.ContentDate <= "20240301"),
    Key("date and time combined", "ContentDate=20240301-20240302&ContentTime=0930-1200", lambda d, m: "20240301093000" <= moment(d, "ContentDate", "ContentTime") <= "20240302120059"),
    Key("name, wildcard", "ContentCreatorName=creator^o*", lambda d, m: name(d, "ContentCreatorName") == "creator^o"),
    Key("empty", "InstanceNumber=*", lambda d, m: True),
    Key("sequence", f"ReferencedImageSequence.ReferencedSOPInstanceUID={data.uid('reference2')}", lambda d, m: d.ReferencedImageSequence[0].ReferencedSOPInstanceUID == data.uid("reference2")),
]  # fmt: skip

RESOURCES = {
    "/studies": ("studies", OF_STUDIES),
    "/series": ("series", OF_STUDIES + OF_SERIES),
    "/instances": ("instances", OF_STUDIES + OF_SERIES + OF_INSTANCES),
    f"/studies/{STUDY}/series": ("series", OF_SERIES),
    f"/studies/{STUDY}/instances": ("instances", OF_SERIES + OF_INSTANCES),
    f"/studies/{STUDY}/series/{SERIES}/instances": ("instances", OF_INSTANCES),
}
GRID: Counter = Counter()


def template(resource: str) -> str:
    return resource.replace(f"series/{SERIES}", "series/{r}").replace(STUDY, "{s}")


def get(before, path: str) -> requests.Response:
    return requests.get(f"{before.url}{path}", headers={"Accept": DICOM_JSON}, timeout=60)


def found(response, tag: str) -> list[str]:
    assert response.status_code in (200, 204), f"{response.status_code} {response.text[:300]}"
    return [one[tag]["Value"][0] for one in response.json()] if response.status_code == 200 else []


def within(dataset: Dataset, resource: str) -> bool:
    return (STUDY not in resource or dataset.StudyInstanceUID == STUDY) and (SERIES not in resource or dataset.SeriesInstanceUID == SERIES)


def modalities(datasets: list[Dataset]) -> dict[str, set]:
    found: dict[str, set] = {}
    for dataset in datasets:
        found.setdefault(dataset.StudyInstanceUID, set()).add(dataset.Modality)
    return found


def expected(datasets: list[Dataset], resource: str, unique: str, matches) -> set[str]:
    in_study = modalities(datasets)
    return {dataset[unique].value for dataset in datasets if within(dataset, resource) and matches(dataset, in_study[dataset.StudyInstanceUID])}


@pytest.mark.parametrize("resource", RESOURCES, ids=template)
def test_each_kind_of_key_finds_what_the_files_say(before, datasets, resource):
    what, keys = RESOURCES[resource]
    if before.kind == "hierarchical without optional keys":
        keys = [key for key in keys if any(keyword in key.query for keyword in OPTIONAL)]
    faults = []
    for key in keys:
        response = get(before, f"{resource}?{key.query}")
        if response.status_code not in (200, 204):
            faults.append(f"{key.query}: {response.status_code} {response.text[:200]}")
            continue
        listed = found(response, TAGS[UNIQUE[what]])
        matches = key.minding_case if key.minding_case and before.kind == "dcmqrscp" else key.matches
        wanted = expected(datasets, resource, UNIQUE[what], matches)
        warning = response.headers.get("Warning", "")
        is_unverified = "may not have been matched" in warning
        # An archive that does not have a key can be asked for it all the same: all stays, and a Warning names the key.
        right = wanted <= set(listed) if is_unverified else wanted == set(listed)
        if is_unverified and before.kind in ("relational", "hierarchical", "patient root", "demo"):
            right = False
        GRID[before.kind, template(resource), key.kind, is_unverified] += 1
        if not right or len(set(listed)) != len(listed):
            faults.append(f"{key.query}: {len(set(listed) - wanted)} too many, {len(wanted - set(listed))} missing of {len(wanted)} ({warning})")
        if key.kind == "fuzzy" and "fuzzymatching" not in warning:
            faults.append(f"{key.query}: not said that it is literal")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("resource", RESOURCES, ids=template)
def test_what_is_returned_is_what_the_files_say(before, datasets, resource):
    """PS3.18 Tables 10.6.3-3 to 10.6.3-5, of every level that the path does not name; counts and modalities among them."""
    what, _ = RESOURCES[resource]
    response = get(before, f"{resource}?includefield=all")
    by_unique = {dataset[UNIQUE[what]].value: dataset for dataset in datasets if within(dataset, resource)}
    assert set(found(response, TAGS[UNIQUE[what]])) == set(by_unique)
    faults = []
    for one in response.json():
        file = by_unique[one[TAGS[UNIQUE[what]]]["Value"][0]]
        study = [d for d in datasets if d.StudyInstanceUID == file.StudyInstanceUID]
        series = [d for d in study if d.SeriesInstanceUID == file.SeriesInstanceUID]
        wanted = {"0020000D": [file.StudyInstanceUID]}
        if "/studies/" not in resource or what == "studies":
            wanted |= {
                "00080020": [file.StudyDate], "00080030": [file.StudyTime], "00080050": [file.AccessionNumber],
                "00080061": sorted({d.Modality for d in study}), "00100010": [{"Alphabetic": str(file.PatientName)}],
                "00100020": [file.PatientID], "00200010": [file.StudyID],
                "00201206": [len({d.SeriesInstanceUID for d in study})], "00201208": [len(study)],
            }  # fmt: skip
        if what == "series" or what == "instances" and "/series/" not in resource:
            wanted |= {"0020000E": [file.SeriesInstanceUID], "00080060": [file.Modality], "00200011": [file.SeriesNumber], "00201209": [len(series)]}
        if what == "instances":
            wanted |= {"00080018": [file.SOPInstanceUID], "00200013": [file.InstanceNumber], "0020000E": [file.SeriesInstanceUID]}
        for tag, value in wanted.items():
            got = one.get(tag, {}).get("Value")
            if (sorted(got) if tag == "00080061" and got else got) != value:
                faults.append(f"{tag}: {got} is not {value}")
        GRID[before.kind, template(resource), "returned attributes", False] += 1
    assert not faults, "\n".join(faults[:20])


@pytest.mark.parametrize("resource", RESOURCES, ids=template)
def test_pages_cover_everything_once_and_in_order(before, datasets, resource):
    what, _ = RESOURCES[resource]
    tag = TAGS[UNIQUE[what]]
    everything = found(get(before, resource), tag)
    pages, offset, size = [], 0, max(2, len(everything) // 4)
    while True:
        response = get(before, f"{resource}?limit={size}&offset={offset}")
        page = found(response, tag)
        if not page:
            break
        left = len(everything) - offset - len(page)
        assert (f"There are {left} additional" in response.headers.get("Warning", "")) == (left > 0)
        pages += page
        offset += len(page)
        GRID[before.kind, template(resource), "pages", False] += 1
    assert response.status_code == 204
    assert pages == everything and len(set(pages)) == len(pages)


def test_fields_of_the_levels_above(before, datasets):
    """Q-11: returned where the archive has them; what stands below is silently left out."""
    for resource in (f"/studies/{STUDY}/series", f"/studies/{STUDY}/instances", f"/studies/{STUDY}/series/{SERIES}/instances"):
        response = get(before, f"{resource}?includefield=PatientName,StudyDate,AccessionNumber,SeriesNumber&includefield=NumberOfFrames")
        file = next(dataset for dataset in datasets if within(dataset, resource))
        assert response.status_code == 200
        for one in response.json():
            assert one["00100010"]["Value"] == [{"Alphabetic": str(file.PatientName)}]
            assert one["00080020"]["Value"] == [file.StudyDate] and one["00080050"]["Value"] == [file.AccessionNumber]
            assert one["00200011"]["Value"]
        GRID[before.kind, template(resource), "fields of levels above", False] += 1


def test_the_grid_is_printed(before, figure):
    """Each kind of archive in one line a resource: cases that found exactly what the files say, and those that a Warning leaves open."""
    mine = {key: count for key, count in GRID.items() if key[0] == before.kind}
    for resource in map(template, RESOURCES):
        exact = sum(count for (_, where, _, is_open), count in mine.items() if where == resource and not is_open)
        left = sum(count for (_, where, _, is_open), count in mine.items() if where == resource and is_open)
        kinds = len({kind for _, where, kind, _ in mine if where == resource})
        figure(f"search grid: {before.kind:36} {resource:34} {kinds:2} kinds of keys, {exact:3} cases exact, {left:2} with a Warning")
        assert exact > 0
