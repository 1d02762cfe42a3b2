namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerWriter
{
    /// <summary>CHOICE with an extension marker (22): writes the extension bit as 0, to be set by an addition.</summary>
    public PerChoiceWriter BeginChoice(int root)
    {
        var choice = new PerChoiceWriter(position, root);
        Boolean(false);
        return choice;
    }

    /// <summary>The index of a CHOICE without extension marker; the value comes next.</summary>
    public void PlainChoice(int index, int root) => Integer(index, 0, root - 1);

    /// <summary>Marks an alternative as an addition; its open type comes next.</summary>
    internal void ChoiceAddition(int extensionBit, int index)
    {
        SetBit(extensionBit);
        NormallySmallNumber(index);
    }
}

/// <summary>One extensible CHOICE being written.</summary>
public struct PerChoiceWriter
{
    private readonly int extensionBit;
    private readonly int root;
    private int open = -1;

    internal PerChoiceWriter(int extensionBit, int root)
    {
        this.extensionBit = extensionBit;
        this.root = root;
    }

    /// <summary>Root alternatives from 0 in tag order, additions following on. The value comes next.</summary>
    public void Select(ref PerWriter writer, int index)
    {
        if (index < root)
        {
            writer.PlainChoice(index, root);
            return;
        }
        writer.ChoiceAddition(extensionBit, index - root);
        open = writer.BeginOpenType();
    }

    /// <summary>Writes an alternative that our edition does not know.</summary>
    public readonly void Unknown(ref PerWriter writer, UnknownAlternative value)
    {
        writer.ChoiceAddition(extensionBit, value.Index);
        writer.OpenType(value.Contents);
    }

    public readonly void End(ref PerWriter writer)
    {
        if (open >= 0)
            writer.EndOpenType(open);
    }
}
