using Gateway.Codecs.Asn1;

namespace Gateway.Codecs.H323.H225;

/// <summary>How Q.931 (05/1998) 5.8, which H.225.0 (12/2009) 7.1 keeps, sorts what is wrong with an element.</summary>
public enum ElementFaultKind
{
    /// <summary>5.8.6.1: a mandatory element is missing. Cause 96.</summary>
    MandatoryMissing,

    /// <summary>5.8.6.2: contents of a mandatory element in error, or cut off. Cause 100.</summary>
    MandatoryContents,

    /// <summary>5.8.7.2: contents of an optional element in error, or cut off; the message is taken without it. Cause 100.</summary>
    OptionalContents,
}

/// <summary>One element fault of a message that was otherwise read. Unknown elements are no fault: they are carried.</summary>
/// <param name="Fault">Offset within the whole message.</param>
public readonly record struct ElementFault(ElementFaultKind Kind, ElementIdentifier Identifier, DecodeFault Fault)
{
    /// <summary>The Q.850 cause that 5.8 prescribes; the identifier is its diagnostic.</summary>
    public byte CauseValue => (byte)(Kind == ElementFaultKind.MandatoryMissing ? 96 : 100);

    /// <summary>True when the message cannot be processed as what it is (5.8.6).</summary>
    public bool IsMandatory => Kind != ElementFaultKind.OptionalContents;
}
