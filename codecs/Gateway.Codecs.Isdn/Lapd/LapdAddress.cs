namespace Gateway.Codecs.Isdn.Lapd;

/// <summary>Address field, ITU-T Q.921 (09/1997) clause 3.3.</summary>
/// <remarks>
/// <code>
/// octet 2  SAPI (6) | C/R | EA = 0
/// octet 3  TEI (7) | EA = 1
/// </code>
/// </remarks>
/// <param name="Sapi">Service access point: 0 call control, 16 packets, 63 management.</param>
/// <param name="CommandResponseBit">C/R as it stands: commands of the network and responses of the user have it set.</param>
/// <param name="Tei">Terminal endpoint: 0 to 63 fixed, 64 to 126 assigned, 127 broadcast.</param>
public readonly record struct LapdAddress(byte Sapi, bool CommandResponseBit, byte Tei)
{
    public const byte CallControlSapi = 0;
    public const byte ManagementSapi = 63;
    public const byte BroadcastTei = 127;

    /// <summary>The address of a command or response (Table 1).</summary>
    public static LapdAddress Of(byte sapi, byte tei, bool command, bool sentByNetwork) => new(sapi, command == sentByNetwork, tei);

    /// <summary>True when the frame is a command, given who sent it.</summary>
    public bool IsCommand(bool sentByNetwork) => CommandResponseBit == sentByNetwork;
}
