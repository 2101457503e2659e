extension StorageSOPClass {
    /// PS3.6 Annex A and PS3.4 §B.5: `UID|I for images, N for others|R if retired|name`.
    ///
    /// Beside what the standard keeps, it has the retired classes that archives still hold.
    static let table: StaticString = """
        1.2.840.10008.5.1.1.27|I|R|Stored Print Storage
        1.2.840.10008.5.1.1.29|I|R|Hardcopy Grayscale Image Storage
        1.2.840.10008.5.1.1.30|I|R|Hardcopy Color Image Storage
        1.2.840.10008.5.1.4.1.1.1|I||Computed Radiography Image Storage
        1.2.840.10008.5.1.4.1.1.1.1|I||Digital X-Ray Image Storage - For Presentation
        1.2.840.10008.5.1.4.1.1.1.1.1|I||Digital X-Ray Image Storage - For Processing
        1.2.840.10008.5.1.4.1.1.1.2|I||Digital Mammography X-Ray Image Storage - For Presentation
        1.2.840.10008.5.1.4.1.1.1.2.1|I||Digital Mammography X-Ray Image Storage - For Processing
        1.2.840.10008.5.1.4.1.1.1.3|I||Digital Intra-Oral X-Ray Image Storage - For Presentation
        1.2.840.10008.5.1.4.1.1.1.3.1|I||Digital Intra-Oral X-Ray Image Storage - For Processing
        1.2.840.10008.5.1.4.1.1.2|I||CT Image Storage
        1.2.840.10008.5.1.4.1.1.2.1|I||Enhanced CT Image Storage
        1.2.840.10008.5.1.4.1.1.2.2|I||Legacy Converted Enhanced CT Image Storage
        1.2.840.10008.5.1.4.1.1.3|I|R|Ultrasound Multi-frame Image Storage
        1.2.840.10008.5.1.4.1.1.3.1|I||Ultrasound Multi-frame Image Storage
        1.2.840.10008.5.1.4.1.1.4|I||MR Image Storage
        1.2.840.10008.5.1.4.1.1.4.1|I||Enhanced MR Image Storage
        1.2.840.10008.5.1.4.1.1.4.2|I||MR Spectroscopy Storage
        1.2.840.10008.5.1.4.1.1.4.3|I||Enhanced MR Color Image Storage
        1.2.840.10008.5.1.4.1.1.4.4|I||Legacy Converted Enhanced MR Image Storage
        1.2.840.10008.5.1.4.1.1.5|I|R|Nuclear Medicine Image Storage
        1.2.840.10008.5.1.4.1.1.6|I|R|Ultrasound Image Storage
        1.2.840.10008.5.1.4.1.1.6.1|I||Ultrasound Image Storage
        1.2.840.10008.5.1.4.1.1.6.2|I||Enhanced US Volume Storage
        1.2.840.10008.5.1.4.1.1.6.3|I||Photoacoustic Image Storage
        1.2.840.10008.5.1.4.1.1.7|I||Secondary Capture Image Storage
        1.2.840.10008.5.1.4.1.1.7.1|I||Multi-frame Single Bit Secondary Capture Image Storage
        1.2.840.10008.5.1.4.1.1.7.2|I||Multi-frame Grayscale Byte Secondary Capture Image Storage
        1.2.840.10008.5.1.4.1.1.7.3|I||Multi-frame Grayscale Word Secondary Capture Image Storage
        1.2.840.10008.5.1.4.1.1.7.4|I||Multi-frame True Color Secondary Capture Image Storage
        1.2.840.10008.5.1.4.1.1.8|I|R|Standalone Overlay Storage
        1.2.840.10008.5.1.4.1.1.9|I|R|Standalone Curve Storage
        1.2.840.10008.5.1.4.1.1.9.1.1|N||12-lead ECG Waveform Storage
        1.2.840.10008.5.1.4.1.1.9.1.2|N||General ECG Waveform Storage
        1.2.840.10008.5.1.4.1.1.9.1.3|N||Ambulatory ECG Waveform Storage
        1.2.840.10008.5.1.4.1.1.9.1.4|N||General 32-bit ECG Waveform Storage
        1.2.840.10008.5.1.4.1.1.9.2.1|N||Hemodynamic Waveform Storage
        1.2.840.10008.5.1.4.1.1.9.3.1|N||Cardiac Electrophysiology Waveform Storage
        1.2.840.10008.5.1.4.1.1.9.4.1|N||Basic Voice Audio Waveform Storage
        1.2.840.10008.5.1.4.1.1.9.4.2|N||General Audio Waveform Storage
        1.2.840.10008.5.1.4.1.1.9.5.1|N||Arterial Pulse Waveform Storage
        1.2.840.10008.5.1.4.1.1.9.6.1|N||Respiratory Waveform Storage
        1.2.840.10008.5.1.4.1.1.9.6.2|N||Multi-channel Respiratory Waveform Storage
        1.2.840.10008.5.1.4.1.1.9.7.1|N||Routine Scalp Electroencephalogram Waveform Storage
        1.2.840.10008.5.1.4.1.1.9.7.2|N||Electromyogram Waveform Storage
        1.2.840.10008.5.1.4.1.1.9.7.3|N||Electrooculogram Waveform Storage
        1.2.840.10008.5.1.4.1.1.9.7.4|N||Sleep Electroencephalogram Waveform Storage
        1.2.840.10008.5.1.4.1.1.9.8.1|N||Body Position Waveform Storage
        1.2.840.10008.5.1.4.1.1.10|N|R|Standalone Modality LUT Storage
        1.2.840.10008.5.1.4.1.1.11|N|R|Standalone VOI LUT Storage
        1.2.840.10008.5.1.4.1.1.11.1|N||Grayscale Softcopy Presentation State Storage
        1.2.840.10008.5.1.4.1.1.11.2|N||Color Softcopy Presentation State Storage
        1.2.840.10008.5.1.4.1.1.11.3|N||Pseudo-Color Softcopy Presentation State Storage
        1.2.840.10008.5.1.4.1.1.11.4|N||Blending Softcopy Presentation State Storage
        1.2.840.10008.5.1.4.1.1.11.5|N||XA/XRF Grayscale Softcopy Presentation State Storage
        1.2.840.10008.5.1.4.1.1.11.6|N||Grayscale Planar MPR Volumetric Presentation State Storage
        1.2.840.10008.5.1.4.1.1.11.7|N||Compositing Planar MPR Volumetric Presentation State Storage
        1.2.840.10008.5.1.4.1.1.11.8|N||Advanced Blending Presentation State Storage
        1.2.840.10008.5.1.4.1.1.11.9|N||Volume Rendering Volumetric Presentation State Storage
        1.2.840.10008.5.1.4.1.1.11.10|N||Segmented Volume Rendering Volumetric Presentation State Storage
        1.2.840.10008.5.1.4.1.1.11.11|N||Multiple Volume Rendering Volumetric Presentation State Storage
        1.2.840.10008.5.1.4.1.1.11.12|N||Variable Modality LUT Softcopy Presentation State Storage
        1.2.840.10008.5.1.4.1.1.12.1|I||X-Ray Angiographic Image Storage
        1.2.840.10008.5.1.4.1.1.12.1.1|I||Enhanced XA Image Storage
        1.2.840.10008.5.1.4.1.1.12.2|I||X-Ray Radiofluoroscopic Image Storage
        1.2.840.10008.5.1.4.1.1.12.2.1|I||Enhanced XRF Image Storage
        1.2.840.10008.5.1.4.1.1.12.3|I|R|X-Ray Angiographic Bi-Plane Image Storage
        1.2.840.10008.5.1.4.1.1.13.1.1|I||X-Ray 3D Angiographic Image Storage
        1.2.840.10008.5.1.4.1.1.13.1.2|I||X-Ray 3D Craniofacial Image Storage
        1.2.840.10008.5.1.4.1.1.13.1.3|I||Breast Tomosynthesis Image Storage
        1.2.840.10008.5.1.4.1.1.13.1.4|I||Breast Projection X-Ray Image Storage - For Presentation
        1.2.840.10008.5.1.4.1.1.13.1.5|I||Breast Projection X-Ray Image Storage - For Processing
        1.2.840.10008.5.1.4.1.1.14.1|I||Intravascular Optical Coherence Tomography Image Storage - For Presentation
        1.2.840.10008.5.1.4.1.1.14.2|I||Intravascular Optical Coherence Tomography Image Storage - For Processing
        1.2.840.10008.5.1.4.1.1.20|I||Nuclear Medicine Image Storage
        1.2.840.10008.5.1.4.1.1.30|I||Parametric Map Storage
        1.2.840.10008.5.1.4.1.1.66|N||Raw Data Storage
        1.2.840.10008.5.1.4.1.1.66.1|N||Spatial Registration Storage
        1.2.840.10008.5.1.4.1.1.66.2|N||Spatial Fiducials Storage
        1.2.840.10008.5.1.4.1.1.66.3|N||Deformable Spatial Registration Storage
        1.2.840.10008.5.1.4.1.1.66.4|N||Segmentation Storage
        1.2.840.10008.5.1.4.1.1.66.5|N||Surface Segmentation Storage
        1.2.840.10008.5.1.4.1.1.66.6|N||Tractography Results Storage
        1.2.840.10008.5.1.4.1.1.67|N||Real World Value Mapping Storage
        1.2.840.10008.5.1.4.1.1.68.1|N||Surface Scan Mesh Storage
        1.2.840.10008.5.1.4.1.1.68.2|N||Surface Scan Point Cloud Storage
        1.2.840.10008.5.1.4.1.1.77.1|I|R|VL Image Storage - Trial
        1.2.840.10008.5.1.4.1.1.77.1.1|I||VL Endoscopic Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.1.1|I||Video Endoscopic Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.2|I||VL Microscopic Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.2.1|I||Video Microscopic Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.3|I||VL Slide-Coordinates Microscopic Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.4|I||VL Photographic Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.4.1|I||Video Photographic Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.5.1|I||Ophthalmic Photography 8 Bit Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.5.2|I||Ophthalmic Photography 16 Bit Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.5.3|N||Stereometric Relationship Storage
        1.2.840.10008.5.1.4.1.1.77.1.5.4|I||Ophthalmic Tomography Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.5.5|I||Wide Field Ophthalmic Photography Stereographic Projection Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.5.6|I||Wide Field Ophthalmic Photography 3D Coordinates Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.5.7|I||Ophthalmic Optical Coherence Tomography En Face Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.5.8|N||Ophthalmic Optical Coherence Tomography B-scan Volume Analysis Storage
        1.2.840.10008.5.1.4.1.1.77.1.6|I||VL Whole Slide Microscopy Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.7|I||Dermoscopic Photography Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.8|I||Confocal Microscopy Image Storage
        1.2.840.10008.5.1.4.1.1.77.1.9|I||Confocal Microscopy Tiled Pyramidal Image Storage
        1.2.840.10008.5.1.4.1.1.77.2|I|R|VL Multi-frame Image Storage - Trial
        1.2.840.10008.5.1.4.1.1.78.1|N||Lensometry Measurements Storage
        1.2.840.10008.5.1.4.1.1.78.2|N||Autorefraction Measurements Storage
        1.2.840.10008.5.1.4.1.1.78.3|N||Keratometry Measurements Storage
        1.2.840.10008.5.1.4.1.1.78.4|N||Subjective Refraction Measurements Storage
        1.2.840.10008.5.1.4.1.1.78.5|N||Visual Acuity Measurements Storage
        1.2.840.10008.5.1.4.1.1.78.6|N||Spectacle Prescription Report Storage
        1.2.840.10008.5.1.4.1.1.78.7|N||Ophthalmic Axial Measurements Storage
        1.2.840.10008.5.1.4.1.1.78.8|N||Intraocular Lens Calculations Storage
        1.2.840.10008.5.1.4.1.1.79.1|N||Macular Grid Thickness and Volume Report Storage
        1.2.840.10008.5.1.4.1.1.80.1|N||Ophthalmic Visual Field Static Perimetry Measurements Storage
        1.2.840.10008.5.1.4.1.1.81.1|I||Ophthalmic Thickness Map Storage
        1.2.840.10008.5.1.4.1.1.82.1|I||Corneal Topography Map Storage
        1.2.840.10008.5.1.4.1.1.88.11|N||Basic Text SR Storage
        1.2.840.10008.5.1.4.1.1.88.22|N||Enhanced SR Storage
        1.2.840.10008.5.1.4.1.1.88.33|N||Comprehensive SR Storage
        1.2.840.10008.5.1.4.1.1.88.34|N||Comprehensive 3D SR Storage
        1.2.840.10008.5.1.4.1.1.88.35|N||Extensible SR Storage
        1.2.840.10008.5.1.4.1.1.88.40|N||Procedure Log Storage
        1.2.840.10008.5.1.4.1.1.88.50|N||Mammography CAD SR Storage
        1.2.840.10008.5.1.4.1.1.88.59|N||Key Object Selection Document Storage
        1.2.840.10008.5.1.4.1.1.88.65|N||Chest CAD SR Storage
        1.2.840.10008.5.1.4.1.1.88.67|N||X-Ray Radiation Dose SR Storage
        1.2.840.10008.5.1.4.1.1.88.68|N||Radiopharmaceutical Radiation Dose SR Storage
        1.2.840.10008.5.1.4.1.1.88.69|N||Colon CAD SR Storage
        1.2.840.10008.5.1.4.1.1.88.70|N||Implantation Plan SR Storage
        1.2.840.10008.5.1.4.1.1.88.71|N||Acquisition Context SR Storage
        1.2.840.10008.5.1.4.1.1.88.72|N||Simplified Adult Echo SR Storage
        1.2.840.10008.5.1.4.1.1.88.73|N||Patient Radiation Dose SR Storage
        1.2.840.10008.5.1.4.1.1.88.74|N||Planned Imaging Agent Administration SR Storage
        1.2.840.10008.5.1.4.1.1.88.75|N||Performed Imaging Agent Administration SR Storage
        1.2.840.10008.5.1.4.1.1.88.76|N||Enhanced X-Ray Radiation Dose SR Storage
        1.2.840.10008.5.1.4.1.1.88.77|N||Waveform Annotation SR Storage
        1.2.840.10008.5.1.4.1.1.90.1|N||Content Assessment Results Storage
        1.2.840.10008.5.1.4.1.1.91.1|N||Microscopy Bulk Simple Annotations Storage
        1.2.840.10008.5.1.4.1.1.104.1|N||Encapsulated PDF Storage
        1.2.840.10008.5.1.4.1.1.104.2|N||Encapsulated CDA Storage
        1.2.840.10008.5.1.4.1.1.104.3|N||Encapsulated STL Storage
        1.2.840.10008.5.1.4.1.1.104.4|N||Encapsulated OBJ Storage
        1.2.840.10008.5.1.4.1.1.104.5|N||Encapsulated MTL Storage
        1.2.840.10008.5.1.4.1.1.128|I||Positron Emission Tomography Image Storage
        1.2.840.10008.5.1.4.1.1.128.1|I||Legacy Converted Enhanced PET Image Storage
        1.2.840.10008.5.1.4.1.1.129|I|R|Standalone PET Curve Storage
        1.2.840.10008.5.1.4.1.1.130|I||Enhanced PET Image Storage
        1.2.840.10008.5.1.4.1.1.131|N||Basic Structured Display Storage
        1.2.840.10008.5.1.4.1.1.200.1|N||CT Defined Procedure Protocol Storage
        1.2.840.10008.5.1.4.1.1.200.2|N||CT Performed Procedure Protocol Storage
        1.2.840.10008.5.1.4.1.1.200.3|N||Protocol Approval Storage
        1.2.840.10008.5.1.4.1.1.200.7|N||XA Defined Procedure Protocol Storage
        1.2.840.10008.5.1.4.1.1.200.8|N||XA Performed Procedure Protocol Storage
        1.2.840.10008.5.1.4.1.1.201.1|N||Inventory Storage
        1.2.840.10008.5.1.4.1.1.481.1|I||RT Image Storage
        1.2.840.10008.5.1.4.1.1.481.2|N||RT Dose Storage
        1.2.840.10008.5.1.4.1.1.481.3|N||RT Structure Set Storage
        1.2.840.10008.5.1.4.1.1.481.4|N||RT Beams Treatment Record Storage
        1.2.840.10008.5.1.4.1.1.481.5|N||RT Plan Storage
        1.2.840.10008.5.1.4.1.1.481.6|N||RT Brachy Treatment Record Storage
        1.2.840.10008.5.1.4.1.1.481.7|N||RT Treatment Summary Record Storage
        1.2.840.10008.5.1.4.1.1.481.8|N||RT Ion Plan Storage
        1.2.840.10008.5.1.4.1.1.481.9|N||RT Ion Beams Treatment Record Storage
        1.2.840.10008.5.1.4.1.1.481.10|N||RT Physician Intent Storage
        1.2.840.10008.5.1.4.1.1.481.11|N||RT Segment Annotation Storage
        1.2.840.10008.5.1.4.1.1.481.12|N||RT Radiation Set Storage
        1.2.840.10008.5.1.4.1.1.481.13|N||C-Arm Photon-Electron Radiation Storage
        1.2.840.10008.5.1.4.1.1.481.14|N||Tomotherapeutic Radiation Storage
        1.2.840.10008.5.1.4.1.1.481.15|N||Robotic-Arm Radiation Storage
        1.2.840.10008.5.1.4.1.1.481.16|N||RT Radiation Record Set Storage
        1.2.840.10008.5.1.4.1.1.481.17|N||RT Radiation Salvage Record Storage
        1.2.840.10008.5.1.4.1.1.481.18|N||Tomotherapeutic Radiation Record Storage
        1.2.840.10008.5.1.4.1.1.481.19|N||C-Arm Photon-Electron Radiation Record Storage
        1.2.840.10008.5.1.4.1.1.481.20|N||Robotic Radiation Record Storage
        1.2.840.10008.5.1.4.1.1.481.21|N||RT Radiation Set Delivery Instruction Storage
        1.2.840.10008.5.1.4.1.1.481.22|N||RT Treatment Preparation Storage
        1.2.840.10008.5.1.4.1.1.481.23|I||Enhanced RT Image Storage
        1.2.840.10008.5.1.4.1.1.481.24|I||Enhanced Continuous RT Image Storage
        1.2.840.10008.5.1.4.1.1.481.25|N||RT Patient Position Acquisition Instruction Storage
        1.2.840.10008.5.1.4.1.1.501.1|I||DICOS CT Image Storage
        1.2.840.10008.5.1.4.1.1.501.2.1|I||DICOS Digital X-Ray Image Storage - For Presentation
        1.2.840.10008.5.1.4.1.1.501.2.2|I||DICOS Digital X-Ray Image Storage - For Processing
        1.2.840.10008.5.1.4.1.1.501.3|N||DICOS Threat Detection Report Storage
        1.2.840.10008.5.1.4.1.1.501.4|I||DICOS 2D AIT Storage
        1.2.840.10008.5.1.4.1.1.501.5|I||DICOS 3D AIT Storage
        1.2.840.10008.5.1.4.1.1.501.6|N||DICOS Quadrupole Resonance (QR) Storage
        1.2.840.10008.5.1.4.1.1.601.1|I||Eddy Current Image Storage
        1.2.840.10008.5.1.4.1.1.601.2|I||Eddy Current Multi-frame Image Storage
        1.2.840.10008.5.1.4.34.7|N||RT Beams Delivery Instruction Storage
        1.2.840.10008.5.1.4.34.10|N||RT Brachy Application Setup Delivery Instruction Storage
        1.2.840.10008.5.1.4.38.1|N||Hanging Protocol Storage
        1.2.840.10008.5.1.4.39.1|N||Color Palette Storage
        1.2.840.10008.5.1.4.43.1|N||Generic Implant Template Storage
        1.2.840.10008.5.1.4.44.1|N||Implant Assembly Template Storage
        1.2.840.10008.5.1.4.45.1|N||Implant Template Group Storage
        """
}
