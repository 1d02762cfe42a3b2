namespace Gateway.Codecs.H323.H450;

/// <summary>InterpretationApdu (H.450.1 (02/1998) 8), a CHOICE of NULLs: the answer to an invoke that is not recognized. Absent means reject.</summary>
public enum InterpretationApdu
{
    DiscardAnyUnrecognizedInvokePdu,
    ClearCallIfAnyInvokePduNotRecognized,
    RejectAnyUnrecognizedInvokePdu,
}
