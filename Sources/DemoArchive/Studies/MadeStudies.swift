/// Studies that the demo makes itself, worth looking at and always the same.
package enum MadeStudies {
    package static let studies: [MadeStudy] = [
        MadeStudy(HeadCT.header, numberOfInstances: HeadCT.slices, make: HeadCT.instances),
        MadeStudy(BrainMR.header, numberOfInstances: BrainMR.numberOfInstances, make: BrainMR.instances),
        MadeStudy(EchoLoop.header, numberOfInstances: 1, make: EchoLoop.instances),
        MadeStudy(ChestRadiograph.header, numberOfInstances: 1, make: ChestRadiograph.instances),
        MadeStudy(PerfusionMap.header, numberOfInstances: PerfusionMap.slices.count + FusionCapture.numberOfInstances) {
            PerfusionMap.instances($0) + FusionCapture.instances($0)
        },
    ]

    /// Every instance, study by study; each study is drawn when the iteration comes to it.
    package static func all() -> some Sequence<MadeInstance> { studies.lazy.flatMap { $0.instances() } }
}
