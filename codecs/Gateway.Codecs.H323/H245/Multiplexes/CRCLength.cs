namespace Gateway.Codecs.H323.H245.Multiplexes;

/// <summary>CHOICE of NULLs, extensible (H.245 (05/2011) Annex A).</summary>
public enum CRCLength
{
    Crc8bit,
    Crc16bit,
    Crc32bit,
}
