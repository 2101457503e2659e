"""An archive that is as strict as PS3.4 §C.4.1 and can do as much of it as a test says, over data sets in memory."""

from __future__ import annotations

import fnmatch
import threading
import time
from typing import Iterator

from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.uid import UID
from pynetdicom import AE, evt
from pynetdicom.sop_class import (
    PatientRootQueryRetrieveInformationModelFind,
    PatientRootQueryRetrieveInformationModelGet,
    StudyRootQueryRetrieveInformationModelFind,
    StudyRootQueryRetrieveInformationModelGet,
    Verification,
)

from .processes import LOOPBACK, free_port
from .scripted import SYNTAXES

MODELS = {
    "study": (StudyRootQueryRetrieveInformationModelFind, StudyRootQueryRetrieveInformationModelGet),
    "patient": (PatientRootQueryRetrieveInformationModelFind, PatientRootQueryRetrieveInformationModelGet),
}
UNIQUE = {"PATIENT": "PatientID", "STUDY": "StudyInstanceUID", "SERIES": "SeriesInstanceUID", "IMAGE": "SOPInstanceUID"}
CONTROL = {"QueryRetrieveLevel", "SpecificCharacterSet", "TimezoneOffsetFromUTC"}
# PS3.4 Tables C.6-1, C.6-2 and C.6-3, as far as the suites' instances have them; what is in none is an instance's.
OF_LEVEL = {
    "PATIENT": {
        "PatientName", "PatientID", "IssuerOfPatientID", "PatientBirthDate", "PatientSex", "OtherPatientIDsSequence", "PatientComments",
    },
    "STUDY": {
        "StudyDate", "StudyTime", "AccessionNumber", "StudyID", "StudyInstanceUID", "ReferringPhysicianName", "StudyDescription",
        "ModalitiesInStudy", "NumberOfStudyRelatedSeries", "NumberOfStudyRelatedInstances", "PatientAge", "ProcedureCodeSequence",
        "SOPClassesInStudy",
    },
    "SERIES": {
        "Modality", "SeriesNumber", "SeriesInstanceUID", "SeriesDescription", "PerformedProcedureStepStartDate",
        "PerformedProcedureStepStartTime", "RequestAttributesSequence", "OperatorsName", "NumberOfSeriesRelatedInstances", "SeriesDate",
        "SeriesTime", "BodyPartExamined",
    },
}  # fmt: skip
COMPUTED = {
    "ModalitiesInStudy", "NumberOfStudyRelatedSeries", "NumberOfStudyRelatedInstances", "NumberOfSeriesRelatedInstances",
}  # fmt: skip


class HierarchicalArchive:
    """`models` are the information models that it has; `relational` and `combined` what it grants of the extended negotiation.

    An identifier that breaks the rules of the query that was negotiated is answered with A900. `omits` are attributes that it neither
    matches nor returns, `pause` the seconds before each answer. `refuses` is "reject" or "abort": what becomes of associations that negotiate anything beyond SOP classes.
    """

    name = "hierarchical"
    aet = "HIERARCHY"

    def __init__(
        self,
        datasets: list[Dataset],
        models: tuple[str, ...] = ("study", "patient"),
        relational: bool = False,
        combined: bool = False,
        omits: set[str] = frozenset(),
        refuses: str | None = None,
        honours_relational: bool = True,
        honours_cancel: bool = True,
        pause: float = 0,
    ):
        self.datasets = list(datasets)
        self._uids = [{keyword: str(one.get(keyword)) for keyword in UNIQUE.values()} for one in self.datasets]
        self._counts = {str(one.SOPInstanceUID): self._counted(one) for one in self.datasets}
        self.models, self.relational, self.combined = models, relational, combined
        self.omits, self.refuses = set(omits), refuses
        self.honours_relational, self.honours_cancel, self.pause = honours_relational, honours_cancel, pause
        self.port = free_port()
        # What was asked, and how associations fared.
        self.identifiers: list[Dataset] = []
        self.associations = self.refused = self.cancelled = self.released = 0
        self._granted: dict[int, bytes] = {}
        self._server = None
        self._lock = threading.Lock()

    def start(self) -> "HierarchicalArchive":
        application = AE(self.aet)
        application.maximum_pdu_size = 131072
        application.maximum_associations = 64
        application.add_supported_context(Verification)
        for model in self.models:
            for sop_class in MODELS[model]:
                application.add_supported_context(sop_class)
        for sop_class in {str(dataset.SOPClassUID) for dataset in self.datasets}:
            application.add_supported_context(sop_class, SYNTAXES, scu_role=True, scp_role=True)
        handlers = [
            (evt.EVT_REQUESTED, self._requested),
            (evt.EVT_ESTABLISHED, lambda event: self._count("associations")),
            (evt.EVT_RELEASED, lambda event: self._count("released")),
            (evt.EVT_SOP_EXTENDED, self._extended),
            (evt.EVT_C_ECHO, lambda event: 0x0000),
            (evt.EVT_C_FIND, self._find),
            (evt.EVT_C_GET, self._get),
        ]
        self._server = application.start_server((LOOPBACK, self.port), block=False, evt_handlers=handlers)
        return self

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()

    def _count(self, counter: str) -> None:
        with self._lock:
            setattr(self, counter, getattr(self, counter) + 1)

    def _requested(self, event) -> None:
        if not self.refuses or not event.assoc.requestor.sop_class_extended:
            return
        self._count("refused")
        if self.refuses == "reject":
            event.assoc.acse.send_reject(0x01, 0x02, 0x01)
            event.assoc.kill()
        else:
            event.assoc.abort()

    def _extended(self, event) -> dict:
        answers = {}
        finds = {MODELS[model][0] for model in self.models}
        for sop_class, information in event.app_info.items():
            if sop_class in finds and (self.relational or self.combined):
                can = [self.relational, self.combined]
                answers[sop_class] = bytes(int(index < 2 and can[index] and byte == 1) for index, byte in enumerate(information))
        with self._lock:
            self._granted[id(event.assoc)] = next(iter(answers.values()), b"")
        return answers

    def _negotiated(self, event, index: int) -> bool:
        granted = self._granted.get(id(event.assoc), b"")
        return index < len(granted) and granted[index] == 1

    def _fault(self, query: Dataset, levels: list[str], is_relational: bool) -> str | None:
        """Why the identifier is none of its kind (PS3.4 §C.4.1.3.1.1, §C.4.1.3.2.1)."""
        above = levels[: levels.index(query.QueryRetrieveLevel)]
        if is_relational:
            return None
        for level in above:
            value = query.get(UNIQUE[level])
            if not value or isinstance(value, (list, tuple, MultiValue)) or "*" in str(value):
                return f"no single {UNIQUE[level]}"
        below_root = {keyword for level in above for keyword in OF_LEVEL[level]}
        if levels[0] == "STUDY" and above:
            below_root |= OF_LEVEL["PATIENT"]
        foreign = [element.keyword for element in query if element.keyword in below_root - set(UNIQUE.values())]
        return f"{foreign[0]} above the level" if foreign else None

    def _find(self, event) -> Iterator:
        query = event.identifier
        self.identifiers.append(query)
        is_patient_root = event.request.AffectedSOPClassUID == PatientRootQueryRetrieveInformationModelFind
        levels = ["PATIENT", "STUDY", "SERIES", "IMAGE"][0 if is_patient_root else 1 :]
        is_relational = self._negotiated(event, 0) and self.honours_relational
        if query.get("QueryRetrieveLevel") not in levels or self._fault(query, levels, is_relational):
            yield 0xA900, None
            return
        seen: set[str] = set()
        level = query.QueryRetrieveLevel
        for dataset in self._named(query):
            if event.is_cancelled and self.honours_cancel:
                self._count("cancelled")
                yield 0xFE00, None
                return
            unique = dataset.get(UNIQUE[level])
            if unique in seen or not self._matches(dataset, query, self._negotiated(event, 1)):
                continue
            seen.add(unique)
            time.sleep(self.pause)
            yield 0xFF00, self._answer(query, dataset)

    def _named(self, query: Dataset) -> list[Dataset]:
        """The data sets under the UIDs that the query names: the others need no second look."""
        wanted = {}
        for keyword in UNIQUE.values():
            value = query.get(keyword)
            if value and keyword != "PatientID":
                wanted[keyword] = {str(one) for one in (value if isinstance(value, (list, MultiValue)) else [value])}
        return [one for one, uids in zip(self.datasets, self._uids) if all(uids[keyword] in values for keyword, values in wanted.items())]

    def _counted(self, dataset: Dataset) -> dict:
        related = [one for one in self.datasets if one.StudyInstanceUID == dataset.StudyInstanceUID]
        return {
            "ModalitiesInStudy": sorted({one.Modality for one in related}),
            "NumberOfStudyRelatedSeries": len({one.SeriesInstanceUID for one in related}),
            "NumberOfStudyRelatedInstances": len(related),
            "NumberOfSeriesRelatedInstances": sum(one.SeriesInstanceUID == dataset.SeriesInstanceUID for one in related),
        }

    def _computed(self, dataset: Dataset, keyword: str):
        return self._counts[str(dataset.SOPInstanceUID)][keyword]

    def _values(self, dataset: Dataset, element) -> list[str]:
        if element.keyword in COMPUTED:
            found = self._computed(dataset, element.keyword)
            return [str(one) for one in found] if isinstance(found, list) else [str(found)]
        if element.tag not in dataset or dataset[element.tag].is_empty:
            return []
        value = dataset[element.tag].value
        return [str(one) for one in value] if dataset[element.tag].VM > 1 else [str(value)]

    def _matches(self, dataset: Dataset, query: Dataset, combines: bool) -> bool:
        together = combined_keys(query) if combines else {}
        for element in query:
            if element.keyword in CONTROL or element.keyword in self.omits or element.is_empty:
                continue
            if element.VR == "SQ":
                item = element.value[0] if element.value else Dataset()
                wanted = [key for key in item if not key.is_empty]
                items = dataset[element.tag].value if element.tag in dataset else []
                if wanted and not any(self._matches(one, item, False) for one in items):
                    return False
            elif element.keyword in together:
                time = together[element.keyword]
                if time and not within_both(dataset, query, element.keyword, time):
                    return False
            elif not any(is_match(value, element) for value in self._values(dataset, element)):
                return False
        return True

    def _answer(self, query: Dataset, dataset: Dataset) -> Dataset:
        answer = Dataset()
        answer.QueryRetrieveLevel = query.QueryRetrieveLevel
        if "SpecificCharacterSet" in dataset:
            answer.SpecificCharacterSet = dataset.SpecificCharacterSet
        for element in query:
            if element.keyword in ("QueryRetrieveLevel", "SpecificCharacterSet") or element.keyword in self.omits:
                continue
            if element.keyword in COMPUTED:
                setattr(answer, element.keyword, self._computed(dataset, element.keyword))
            elif element.tag in dataset:
                answer[element.tag] = dataset[element.tag]
            else:
                answer.add_new(element.tag, element.VR, [] if element.VR == "SQ" else None)
        return answer

    def _get(self, event) -> Iterator:
        query = event.identifier
        self.identifiers.append(query)
        is_patient_root = event.request.AffectedSOPClassUID == PatientRootQueryRetrieveInformationModelGet
        keys = list(UNIQUE.values())[0 if is_patient_root else 1 : list(UNIQUE).index(query.QueryRetrieveLevel) + 1]
        if not all(query.get(key) for key in keys):
            yield 1
            yield 0xA900, None
            return
        found = [one for one in self.datasets if all(str(one[key].value) == str(query[key].value) for key in keys)]
        yield len(found)
        for dataset in found:
            yield 0xFF00, dataset


def is_match(value: str, key) -> bool:
    """Single values, lists of UIDs, wildcards and ranges (PS3.4 §C.2.2.2)."""
    if key.VR == "UI":
        wanted = [key.value] if isinstance(key.value, (str, UID)) else list(key.value)
        return value in [str(one) for one in wanted]
    pattern = str(key.value)
    if key.VR in ("DA", "TM", "DT") and "-" in pattern:
        low, high = pattern.split("-", 1)
        return (not low or value >= low) and (not high or value[: len(high)] <= high)
    if key.VR in ("IS", "DS", "US", "SS", "UL", "SL"):
        return float(value) == float(pattern)
    if key.VR in ("DA", "TM", "DT"):
        return value.startswith(pattern)
    if key.VR == "PN":
        return fnmatch.fnmatchcase(value.casefold().rstrip("^"), pattern.casefold().rstrip("^"))
    return fnmatch.fnmatchcase(value, pattern)


PAIRS = {
    "StudyDate": "StudyTime", "SeriesDate": "SeriesTime", "ContentDate": "ContentTime",
    "PerformedProcedureStepStartDate": "PerformedProcedureStepStartTime",
}  # fmt: skip


def combined_keys(query: Dataset) -> dict[str, str | None]:
    """The dates, each with its time, that are one range (PS3.4 §C.2.2.2.5.4); the times with nothing."""
    found: dict[str, str | None] = {}
    for date, time in PAIRS.items():
        forms = []
        for keyword in (date, time):
            low, dash, high = str(query.get(keyword) or "").partition("-")
            forms.append((bool(low), bool(high)) if dash else None)
        if forms[0] is not None and forms[0] == forms[1]:
            found |= {date: time, time: None}
    return found


def within_both(dataset: Dataset, query: Dataset, date: str, time: str) -> bool:
    moment = str(dataset.get(date) or "") + str(dataset.get(time) or "")
    low, high = (a + b for a, b in zip(str(query[date].value).split("-"), str(query[time].value).split("-")))
    return (not low or moment >= low) and (not high or moment[: len(high)] <= high)
