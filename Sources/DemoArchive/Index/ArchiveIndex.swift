import DICOM

/// All instances of the archive, in the order in which they came. An actor since associations share it.
actor ArchiveIndex {
    /// A snapshot costs nothing until the next change.
    private(set) var entries: [Entry] = []
    private var positions: [UID: Int] = [:]

    /// Adds an instance, in place of one with the same SOP Instance UID.
    func store(_ entry: Entry) {
        guard let position = positions[entry.sopInstanceUID] else {
            add(entry)
            return
        }
        entries[position] = entry
    }

    /// Adds an instance unless there is one with the same SOP Instance UID; false then.
    @discardableResult
    func add(_ entry: Entry) -> Bool {
        guard positions[entry.sopInstanceUID] == nil else { return false }
        positions[entry.sopInstanceUID] = entries.count
        entries.append(entry)
        return true
    }

    func entry(of sopInstanceUID: UID) -> Entry? {
        positions[sopInstanceUID].map { entries[$0] }
    }
}
