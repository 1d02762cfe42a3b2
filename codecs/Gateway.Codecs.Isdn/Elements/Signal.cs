namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Signal value, octet 3. Alerting patterns are 40 to 47.</summary>
public enum SignalValue : byte
{
    DialToneOn = 0x00,
    RingBackToneOn = 0x01,
    InterceptToneOn = 0x02,
    NetworkCongestionToneOn = 0x03,
    BusyToneOn = 0x04,
    ConfirmToneOn = 0x05,
    AnswerToneOn = 0x06,
    CallWaitingTone = 0x07,
    OffHookWarningTone = 0x08,
    PreEmptionToneOn = 0x09,
    TonesOff = 0x3F,
    AlertingPattern0 = 0x40,
    AlertingPattern7 = 0x47,
    AlertingOff = 0x4F,
}

/// <summary>Signal, ITU-T Q.931 (05/1998) clause 4.5.28: a tone or ringing for the user to hear.</summary>
/// <remarks>
/// <code>
/// octet 3  signal value (8)
/// </code>
/// </remarks>
public sealed record Signal(SignalValue Value) : Element
{
    public const byte Id = 0x34;

    public override byte Identifier => Id;

    internal static Signal? Decode(ref ElementReader reader)
    {
        var value = reader.Octet();
        reader.End();
        return reader.Faulted ? null : new((SignalValue)value);
    }

    internal override void EncodeContents(ref ElementWriter writer) => writer.Octet((byte)Value);
}
