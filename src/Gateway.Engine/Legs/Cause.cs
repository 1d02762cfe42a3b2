namespace Gateway.Engine.Legs;

/// <summary>
/// Why something ended, in the one vocabulary that all domains share: the cause values and locations of ITU-T Q.850 (10/2018).
/// </summary>
/// <param name="Value">Cause value, 1..127 (Q.850 clause 2.2.5).</param>
/// <param name="Location">Location, 0..15 (Q.850 clause 2.2.3), or null when nobody stated one.</param>
/// <param name="Original">What the far side said in its own words, kept for logs, records and the way back.</param>
public sealed record Cause(int Value, int? Location = null, OriginalCause? Original = null)
{
    public static readonly Cause NormalCallClearing = new(16);
    public static readonly Cause UserBusy = new(17);
    public static readonly Cause NoUserResponding = new(18);
    public static readonly Cause NoAnswer = new(19);
    public static readonly Cause CallRejected = new(21);
    public static readonly Cause NoRouteToDestination = new(3);
    public static readonly Cause ExchangeRoutingError = new(25);
    public static readonly Cause NormalUnspecified = new(31);
    public static readonly Cause TemporaryFailure = new(41);
    public static readonly Cause SwitchingEquipmentCongestion = new(42);
    public static readonly Cause BearerCapabilityNotImplemented = new(65);
    public static readonly Cause FacilityNotImplemented = new(69);
    public static readonly Cause InvalidCallReference = new(81);
    public static readonly Cause RecoveryOnTimerExpiry = new(102);

    public override string ToString() => Original is null ? $"{Value}" : $"{Value} ({Original})";
}

/// <summary>A cause, status or error as the far side expressed it, before any mapping.</summary>
/// <param name="Vocabulary">Which table the code belongs to, for example the name of a protocol's error list. Opaque to the engine.</param>
/// <param name="Code">The code in that table.</param>
/// <param name="Text">The far side's or the table's words, or null.</param>
public sealed record OriginalCause(string Vocabulary, int Code, string? Text = null)
{
    public override string ToString() => Text is null ? $"{Vocabulary} {Code}" : $"{Vocabulary} {Code} {Text}";
}
