using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Vero.Typed.Sandbox.Contract;
using Vero.Typed.Sandbox.Storage;

namespace Vero.Typed.Sandbox.Http;

/// <summary>Answers every request that reaches the sandbox.</summary>
internal sealed class IdentifyEndpoint(IdentifyContract contract, string authToken, ProfileStore profiles, RequestLog requests)
{
    private int _failuresLeft;

    public void FailNext(int calls) => Interlocked.Exchange(ref _failuresLeft, calls);

    public async Task AnswerAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, context.RequestAborted);
        byte[] body = buffer.ToArray();

        (int status, IReadOnlyList<SandboxViolation> violations) = Decide(request, body);
        requests.Add(new SandboxRequest(
            request.Method,
            request.Path.Value ?? "",
            request.QueryString.Value ?? "",
            request.Headers.ToDictionary(static h => h.Key, static h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body,
            status,
            violations));

        byte[] answer = Encoding.UTF8.GetBytes(contract.Answer(status));
        context.Response.StatusCode = status;
        context.Response.ContentType = MediaTypeNames.Application.Json;
        context.Response.ContentLength = answer.Length;
        if (!HttpMethods.IsHead(request.Method))
            await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private (int Status, IReadOnlyList<SandboxViolation> Violations) Decide(HttpRequest request, byte[] body)
    {
        if (request.Path.Value != contract.Path || !HttpMethods.IsPost(request.Method))
            return (StatusCodes.Status404NotFound, []);
        if (TakeFailure())
            return (StatusCodes.Status500InternalServerError, []);

        // The body before the token, as Vero does it: a 400 can hide a 401.
        IReadOnlyList<SandboxViolation> violations = contract.Check(request.ContentType, body, out JsonElement identify);
        if (violations.Count > 0)
            return (StatusCodes.Status400BadRequest, violations);
        if (request.Query[contract.TokenParameter] != authToken)
            return (StatusCodes.Status401Unauthorized, []);

        profiles.Merge(identify);
        return (StatusCodes.Status200OK, []);
    }

    private bool TakeFailure()
    {
        int left = Volatile.Read(ref _failuresLeft);
        while (left > 0)
        {
            int seen = Interlocked.CompareExchange(ref _failuresLeft, left - 1, left);
            if (seen == left)
                return true;
            left = seen;
        }

        return false;
    }
}
