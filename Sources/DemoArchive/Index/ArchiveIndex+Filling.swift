import DICOM

extension ArchiveIndex {
    /// How many files are looked at before the next word on the progress.
    private static let reportInterval = 1_000
    /// An entry takes two to six kilobytes.
    private static let maximumEntries = 250_000

    /// Adds every DICOM file of a folder; what is damaged or something else is counted and passed over.
    ///
    /// Of several files with one SOP Instance UID the first stands.
    nonisolated func add(_ folder: Folder, progress: (String) -> Void) async throws {
        var count = FileCount()
        try await folder.forEachFile { path in
            try Task.checkCancellation()
            guard count.indexed < Self.maximumEntries else {
                count.beyondLimit += 1
                return
            }
            do {
                count.take(isNew: await add(try Entry(file: path)))
            } catch is DataError, is DiskError {
                count.passedOver += 1
            }
            if count.total.isMultiple(of: Self.reportInterval) {
                progress("looked at \(count.total.grouped) files, indexed \(count.indexed.grouped)")
            }
        }
        progress(count.summary)
    }

    /// Draws the made studies and keeps their bytes, which takes a second or two.
    nonisolated func addMadeStudies(to spool: Spool, progress: (String) -> Void) async throws {
        var count = 0
        for study in MadeStudies.studies {
            for instance in study.instances {
                try Task.checkCancellation()
                let bytes = try DataSetEncoder(instance.transferSyntax).encode(instance.dataSet)
                let stored = spool.stored(try await spool.append(bytes, to: []))
                guard let entry = Entry(instance.dataSet, as: instance.transferSyntax, stored) else { continue }
                await add(entry)
                count += 1
            }
        }
        progress("made \(MadeStudies.studies.count) studies of \(count.grouped) instances")
    }
}

/// What became of the files of a folder.
private struct FileCount {
    private(set) var indexed = 0
    private(set) var duplicate = 0
    var passedOver = 0
    var beyondLimit = 0

    var total: Int { indexed + duplicate + passedOver + beyondLimit }

    mutating func take(isNew: Bool) {
        if isNew { indexed += 1 } else { duplicate += 1 }
    }

    var summary: String {
        let others = [
            (duplicate, "with a SOP Instance UID seen before"),
            (passedOver, "damaged, not DICOM or without UIDs"),
            (beyondLimit, "too many"),
        ]
        return (["indexed \(indexed.grouped) files"] + others.filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" })
            .joined(separator: "; ")
    }
}

extension Int {
    /// With a comma after each three digits: `1,234`.
    fileprivate var grouped: String {
        let digits = String(magnitude)
        var text = self < 0 ? "-" : ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return text
    }
}
