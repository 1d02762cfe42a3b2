using Gateway.Codecs.Asn1;

namespace Gateway.Codecs.Isdn.Messages;

/// <summary>How ITU-T Q.931 (05/1998) clause 5.8 sorts what is wrong with an element; each kind is answered differently.</summary>
public enum ElementFaultKind
{
    /// <summary>5.8.6.1: a mandatory element is missing. Cause 96.</summary>
    MandatoryMissing,

    /// <summary>5.8.7.1 with 5.8.6.1: an unknown element whose identifier demands comprehension. Cause 96.</summary>
    ComprehensionRequired,

    /// <summary>5.8.6.2: contents of a mandatory element in error, or cut off. Cause 100.</summary>
    MandatoryContents,

    /// <summary>5.8.7.1: an unknown element, ignored. Cause 99.</summary>
    Unrecognised,

    /// <summary>5.8.7.2: contents of an optional element in error, or cut off; the element is ignored. Cause 100.</summary>
    OptionalContents,
}

/// <summary>One element fault of a message that was otherwise read.</summary>
public readonly record struct ElementFault(ElementFaultKind Kind, byte Identifier, int Codeset, DecodeFault Fault)
{
    /// <summary>The Q.850 cause clause 5.8 prescribes; the identifier is its diagnostic.</summary>
    public byte CauseValue => Kind switch
    {
        ElementFaultKind.MandatoryMissing or ElementFaultKind.ComprehensionRequired => 96,
        ElementFaultKind.Unrecognised => 99,
        _ => 100,
    };

    /// <summary>True when the message cannot be processed as what it is (5.8.6).</summary>
    public bool IsMandatory => Kind is ElementFaultKind.MandatoryMissing or ElementFaultKind.ComprehensionRequired or ElementFaultKind.MandatoryContents;
}
