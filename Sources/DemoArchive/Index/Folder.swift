import FoundationEssentials
import Glibc

/// The regular files under a directory.
struct Folder {
    private let path: String

    /// - Throws: ``DemoArchiveError/noDirectory(_:)``.
    init(_ path: String) throws(DemoArchiveError) {
        guard Kind(following: path) == .directory else { throw .noDirectory(path) }
        self.path = path
    }

    /// Passes each file's path, directory by directory in the order of their names.
    ///
    /// Links to files are followed, links to directories are not: so there can be no loop.
    func forEachFile(_ body: (String) async throws -> Void) async throws {
        var directories = [path]
        while let directory = directories.popLast() {
            // One that may not be read is passed over, as a file would be.
            let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
            var deeper: [String] = []
            for name in names.sorted() {
                let path = "\(directory)/\(name)"
                switch Kind(of: path) {
                case .directory: deeper.append(path)
                case .file: try await body(path)
                case .link where Kind(following: path) == .file: try await body(path)
                case .link, .other: continue
                }
            }
            directories += deeper.reversed()
        }
    }
}

/// What stands at a path.
private enum Kind {
    case file, directory, link
    /// Among others a pipe, which would be waited for if it were opened.
    case other

    init(of path: String) {
        var status = stat()
        self = lstat(path, &status) == 0 ? Kind(mode: status.st_mode) : .other
    }

    init(following path: String) {
        var status = stat()
        self = stat(path, &status) == 0 ? Kind(mode: status.st_mode) : .other
    }

    private init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .directory
        case S_IFLNK: self = .link
        default: self = .other
        }
    }
}
