import DICOM
import DICOMweb

extension CachedInstance {
    /// Of pixels that are a video, its type: they have no frames that could be told apart.
    var videoType: MediaType? {
        let type = MediaType.bulkType(of: content.transferSyntax)
        return type?.type == "video" ? type : nil
    }

    /// What can be rendered of it; nil when nothing can: plans, waveforms, raw data.
    func renderedCategory(_ header: DataSet) -> RenderedCategory? {
        if content.hasPixels {
            return videoType.map { .video($0) } ?? .image
        }
        if header[.encapsulatedDocument] != nil {
            return .document(header.string(.mimeTypeOfEncapsulatedDocument).flatMap { MediaType($0)?.essence } ?? .pdf)
        }
        return header.string(.valueType) == "CONTAINER" ? .text : nil
    }
}
