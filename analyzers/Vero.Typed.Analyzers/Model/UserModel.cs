namespace Vero.Typed.Analyzers.Model;

/// <summary>What the identify request of a user is made of.</summary>
internal sealed record UserModel
{
    public required TargetModel Target { get; init; }

    public required IdModel Id { get; init; }

    public required EmailModel? Email { get; init; }

    public required EquatableArray<ChannelModel> Channels { get; init; }

    public required DataModel Data { get; init; }
}
