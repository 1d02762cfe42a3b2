using Gateway.Codecs.Asn1;

namespace Gateway.Codecs.H323.H225;

/// <summary>
/// What decoding gave: a message with the faults of its elements (Q.931 (05/1998) 5.8.6, 5.8.7), or the fault that left none
/// (5.8.1 protocol discriminator, 5.8.2 too short, 5.8.3.1 call reference in error), which is ignored on the wire.
/// </summary>
public readonly record struct H225Decoding(H225Message? Message, DecodeFault? Fault, IReadOnlyList<ElementFault> ElementFaults);
