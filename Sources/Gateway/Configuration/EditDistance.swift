extension Collection where Element == String {
    /// The element that most resembles `word`; nil when none does.
    package func nearest(to word: String) -> String? {
        let candidates = map { (name: $0, distance: $0.editDistance(to: word)) }
        guard let best = candidates.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }),
            best.distance <= Swift.max(2, word.count / 3)
        else { return nil }
        return best.name
    }
}

extension String {
    /// How many letters must be added, taken away, changed or swapped with their neighbour, whatever their case.
    package func editDistance(to other: String) -> Int {
        let left = Array(lowercased())
        let right = Array(other.lowercased())
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, otherLetter) in right.enumerated() {
                var cost = Swift.min(
                    last[column + 1] + 1,
                    current[column] + 1,
                    last[column] + (letter == otherLetter ? 0 : 1)
                )
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == otherLetter {
                    cost = Swift.min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
