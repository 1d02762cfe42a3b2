using System.Text;

namespace Gateway.Codecs.Isdn.Elements;

/// <summary>Type of number, octet 3 bits 7 to 5. With <see cref="NumberingPlan.Private"/> 1 is level 2 regional, 2 level 1
/// regional, 3 PISN specific, 4 local.</summary>
public enum TypeOfNumber : byte
{
    Unknown = 0,
    International = 1,
    National = 2,
    NetworkSpecific = 3,
    Subscriber = 4,
    Abbreviated = 6,
}

/// <summary>Numbering plan identification, octet 3 bits 4 to 1.</summary>
public enum NumberingPlan : byte
{
    Unknown = 0,
    E164 = 1,
    X121 = 3,
    F69 = 4,
    National = 8,
    Private = 9,
}

/// <summary>Presentation indicator, octet 3a bits 7 and 6.</summary>
public enum PresentationIndicator : byte
{
    Allowed = 0,
    Restricted = 1,
    NotAvailable = 2,
}

/// <summary>Screening indicator, octet 3a bits 2 and 1.</summary>
public enum ScreeningIndicator : byte
{
    UserProvidedNotScreened = 0,
    UserProvidedVerifiedAndPassed = 1,
    UserProvidedVerifiedAndFailed = 2,
    NetworkProvided = 3,
}

/// <summary>Reason for redirection, octet 3b bits 4 to 1 of Redirecting number.</summary>
public enum RedirectionReason : byte
{
    Unknown = 0,
    Busy = 1,
    NoReply = 2,
    Deflection = 4,
    OutOfOrder = 9,
    ByCalledTerminal = 10,
    Unconditional = 15,
}

/// <summary>What the number elements have in common: ITU-T Q.931 (05/1998) clauses 4.5.8 and 4.5.10, Q.951, EN 300 207-1.</summary>
/// <remarks>
/// <code>
/// octet 3   ext | type of number (3) | numbering plan (4)
/// octet 3a  ext | presentation (2) | 0 0 0 | screening (2)
/// octet 3b  1 | 0 0 0 | reason for redirection (4)
/// octet 4.. digits, IA5 characters
/// </code>
/// Which of 3a and 3b an element has is told at the element; on reception bit 8 decides.
/// </remarks>
public abstract record NumberElement(TypeOfNumber Type, NumberingPlan Plan, string Digits) : Element
{
    /// <summary>Octet 3a; null when the octet is absent, which means allowed.</summary>
    public PresentationIndicator? Presentation { get; init; }

    /// <summary>Octet 3a; meaningful with <see cref="Presentation"/> only.</summary>
    public ScreeningIndicator Screening { get; init; }

    /// <summary>Octet 3b, which needs 3a before it; null when absent.</summary>
    public RedirectionReason? Reason { get; init; }

    internal override void EncodeContents(ref ElementWriter writer)
    {
        var presentation = Presentation ?? (Reason is null ? null : PresentationIndicator.Allowed);
        writer.Octet((byte)((presentation is null ? 0x80 : 0) | (int)Type << 4 | (int)Plan));
        if (presentation is { } shown)
            writer.Octet((byte)((Reason is null ? 0x80 : 0) | (int)shown << 5 | (int)Screening));
        if (Reason is { } reason)
            writer.Octet((byte)(0x80 | (int)reason));
        writer.Text(Digits);
    }

    /// <summary>The octets of any number element.</summary>
    internal readonly ref struct Fields
    {
        internal readonly TypeOfNumber Type;
        internal readonly NumberingPlan Plan;
        internal readonly PresentationIndicator? Presentation;
        internal readonly ScreeningIndicator Screening;
        internal readonly RedirectionReason? Reason;
        internal readonly string Digits;

        internal Fields(ref ElementReader reader)
        {
            var octet = reader.Octet();
            Type = (TypeOfNumber)(octet >> 4 & 7);
            Plan = (NumberingPlan)(octet & 0x0F);
            if ((octet & 0x80) == 0)
            {
                octet = reader.Octet();
                Presentation = (PresentationIndicator)(octet >> 5 & 3);
                Screening = (ScreeningIndicator)(octet & 3);
                if ((octet & 0x80) == 0)
                    Reason = (RedirectionReason)(reader.LastOfGroup() & 0x0F);
            }

            Digits = Encoding.Latin1.GetString(reader.Rest());
        }
    }
}
