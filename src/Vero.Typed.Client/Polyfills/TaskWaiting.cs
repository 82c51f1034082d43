#if !NET8_0_OR_GREATER
namespace Vero.Typed;

/// <summary>The WaitAsync of newer frameworks.</summary>
internal static class TaskWaiting
{
    public static async Task WaitAsync(this Task task, CancellationToken cancellationToken)
    {
        var canceled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = cancellationToken.Register(
            static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), canceled);
        if (await Task.WhenAny(task, canceled.Task).ConfigureAwait(false) != task)
            cancellationToken.ThrowIfCancellationRequested();
        await task.ConfigureAwait(false);
    }
}
#endif
