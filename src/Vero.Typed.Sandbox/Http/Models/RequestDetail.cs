namespace Vero.Typed.Sandbox.Http.Models;

/// <summary>Everything about a request. Credentials are redacted.</summary>
internal sealed record RequestDetail(
    RequestSummary Summary,
    string Method,
    string Path,
    string Query,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    int BodyBytes,
    bool IsTruncated,
    IReadOnlyList<ViolationModel> Violations,
    ProfileModel? ProfileBefore,
    ProfileModel? ProfileAfter);
