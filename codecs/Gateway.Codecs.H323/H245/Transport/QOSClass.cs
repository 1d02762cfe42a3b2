namespace Gateway.Codecs.H323.H245.Transport;

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A).</summary>
public enum QOSClass
{
    Class0,
    Class1,
    Class2,
    Class3,
    Class4,
    Class5,
}
