using Gateway.Codecs.Asn1.AlignedPer;

namespace Gateway.Codecs.H323.H245.Data;

/// <summary>CHOICE, not extensible (H.245 (05/2011) Annex A).</summary>
public abstract record T84Profile : IPerType<T84Profile>
{
    private T84Profile() { }

    public sealed record T84Unrestricted : T84Profile;

    public sealed record T84Restricted : T84Profile
    {
        public required bool Qcif { get; init; }

        public required bool Cif { get; init; }

        public required bool Ccir601Seq { get; init; }

        public required bool Ccir601Prog { get; init; }

        public required bool HdtvSeq { get; init; }

        public required bool HdtvProg { get; init; }

        public required bool G3FacsMH200x100 { get; init; }

        public required bool G3FacsMH200x200 { get; init; }

        public required bool G4FacsMMR200x100 { get; init; }

        public required bool G4FacsMMR200x200 { get; init; }

        public required bool Jbig200x200Seq { get; init; }

        public required bool Jbig200x200Prog { get; init; }

        public required bool Jbig300x300Seq { get; init; }

        public required bool Jbig300x300Prog { get; init; }

        public required bool DigPhotoLow { get; init; }

        public required bool DigPhotoMedSeq { get; init; }

        public required bool DigPhotoMedProg { get; init; }

        public required bool DigPhotoHighSeq { get; init; }

        public required bool DigPhotoHighProg { get; init; }

        /// <summary>What a later edition added.</summary>
        public ExtensionTail? Extensions { get; init; }

        internal static T84Restricted DecodeContents(ref PerReader reader)
        {
            var sequence = reader.BeginSequence("T84Profile.t84Restricted");
            return new T84Restricted
            {
                Qcif = reader.Boolean(),
                Cif = reader.Boolean(),
                Ccir601Seq = reader.Boolean(),
                Ccir601Prog = reader.Boolean(),
                HdtvSeq = reader.Boolean(),
                HdtvProg = reader.Boolean(),
                G3FacsMH200x100 = reader.Boolean(),
                G3FacsMH200x200 = reader.Boolean(),
                G4FacsMMR200x100 = reader.Boolean(),
                G4FacsMMR200x200 = reader.Boolean(),
                Jbig200x200Seq = reader.Boolean(),
                Jbig200x200Prog = reader.Boolean(),
                Jbig300x300Seq = reader.Boolean(),
                Jbig300x300Prog = reader.Boolean(),
                DigPhotoLow = reader.Boolean(),
                DigPhotoMedSeq = reader.Boolean(),
                DigPhotoMedProg = reader.Boolean(),
                DigPhotoHighSeq = reader.Boolean(),
                DigPhotoHighProg = reader.Boolean(),
                Extensions = sequence.End(ref reader),
            };
        }

        internal void EncodeContents(ref PerWriter writer)
        {
            var sequence = writer.BeginSequence(tail: Extensions);
            writer.Boolean(Qcif);
            writer.Boolean(Cif);
            writer.Boolean(Ccir601Seq);
            writer.Boolean(Ccir601Prog);
            writer.Boolean(HdtvSeq);
            writer.Boolean(HdtvProg);
            writer.Boolean(G3FacsMH200x100);
            writer.Boolean(G3FacsMH200x200);
            writer.Boolean(G4FacsMMR200x100);
            writer.Boolean(G4FacsMMR200x200);
            writer.Boolean(Jbig200x200Seq);
            writer.Boolean(Jbig200x200Prog);
            writer.Boolean(Jbig300x300Seq);
            writer.Boolean(Jbig300x300Prog);
            writer.Boolean(DigPhotoLow);
            writer.Boolean(DigPhotoMedSeq);
            writer.Boolean(DigPhotoMedProg);
            writer.Boolean(DigPhotoHighSeq);
            writer.Boolean(DigPhotoHighProg);
            sequence.End(ref writer);
        }
    }

    public static T84Profile Decode(ref PerReader reader)
    {
        var choice = reader.BeginPlainChoice("T84Profile", root: 2);
        T84Profile value = choice.Index switch
        {
            0 => new T84Unrestricted(),
            _ => T84Restricted.DecodeContents(ref reader),
        };
        choice.End(ref reader);
        return value;
    }

    public void Encode(ref PerWriter writer)
    {
        switch (this)
        {
            case T84Unrestricted:
                writer.PlainChoice(0, 2);
                break;
            case T84Restricted alternative:
                writer.PlainChoice(1, 2);
                alternative.EncodeContents(ref writer);
                break;
        }
    }
}
