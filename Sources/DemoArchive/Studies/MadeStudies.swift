/// Studies that the demo makes itself, worth looking at and always the same.
package enum MadeStudies {
    package static let studies: [MadeStudy] = [
        MadeStudy(HeadCT.header, numberOfInstances: HeadCT.slices, make: HeadCT.instance),
        MadeStudy(BrainMR.header, numberOfInstances: BrainMR.numberOfInstances, make: BrainMR.instance),
        MadeStudy(EchoLoop.header, numberOfInstances: 1) { header, _ in EchoLoop.instance(header) },
        MadeStudy(ChestRadiograph.header, numberOfInstances: 1) { header, _ in ChestRadiograph.instance(header) },
        MadeStudy(PerfusionMap.header, numberOfInstances: PerfusionMap.slices.count + FusionCapture.numberOfInstances) {
            let maps = PerfusionMap.slices.count
            return $1 < maps ? PerfusionMap.instance($0, $1) : FusionCapture.instance($0, $1 - maps)
        },
    ]

    /// Every instance, study by study, drawn when the iteration comes to it: about two seconds for all of them.
    package static func all() -> some Sequence<MadeInstance> { studies.lazy.flatMap { $0.instances } }
}
