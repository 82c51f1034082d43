namespace Vero.Typed.Sandbox.Http.Models;

/// <summary>A user: the profile, and the events in the order of their arrival.</summary>
internal sealed record UserModel(ProfileModel Profile, IReadOnlyList<EventModel> Events);
