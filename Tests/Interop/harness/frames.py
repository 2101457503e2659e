"""Resources of an instance, and its frames in native form."""

from __future__ import annotations

import numpy as np
import requests
from pydicom.dataset import Dataset

from .web import MULTIPART_BYTES, parts_of

EXPLICIT = "1.2.840.10008.1.2.1"


def resource(gateway, dataset: Dataset, tail: str, accept: str) -> requests.Response:
    path = f"/studies/{dataset.StudyInstanceUID}/series/{dataset.SeriesInstanceUID}/instances/{dataset.SOPInstanceUID}"
    return requests.get(f"{gateway.url}{path}{tail}", headers={"Accept": accept}, timeout=120)


def frame(gateway, dataset: Dataset, number: int = 1) -> np.ndarray:
    """A frame as Explicit VR Little Endian has it, in the shape and type that the data set says."""
    response = resource(gateway, dataset, f"/frames/{number}", MULTIPART_BYTES)
    assert response.status_code == 200, f"{response.status_code} {response.text[:300]}"
    [part] = parts_of(response)
    assert (part.media_type, part.transfer_syntax) == ("application/octet-stream", EXPLICIT)
    kind = ("i" if dataset.PixelRepresentation else "u") + str(dataset.BitsAllocated // 8)
    shape = (dataset.Rows, dataset.Columns) + ((3,) if dataset.SamplesPerPixel == 3 else ())
    return np.frombuffer(part.body, "<" + kind).reshape(shape)
