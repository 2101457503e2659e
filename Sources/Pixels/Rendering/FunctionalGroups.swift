import DICOM

/// The functional groups of one frame of an enhanced object (PS3.3 §C.7.6.16.1).
struct FunctionalGroups {
    private let perFrame: DataSet?
    private let shared: DataSet?

    /// - Parameter frame: its number, from 1.
    init(_ dataSet: DataSet, frame: Int) {
        let items = dataSet.items(.perFrameFunctionalGroupsSequence)
        perFrame = frame >= 1 && frame <= items.count ? items[frame - 1] : nil
        shared = dataSet.items(.sharedFunctionalGroupsSequence).first
    }

    /// The item of a macro's sequence: the frame's own, else the one that all frames share.
    func macro(_ sequence: Tag) -> DataSet? {
        perFrame?.items(sequence).first ?? shared?.items(sequence).first
    }
}
