// The photo of a mat that she brought herself, in the form that says so; and what to do when her camera fails. A script shrinks it
// on the phone; without it the form carries the file as it is.
import type { FormProblem } from '#app/server/forms/forms.server.ts';
import type { Text } from '#app/text/text.ts';
import { CameraButton } from '#app/ui/parts/camera-button.tsx';
import { describedBy, errorOf } from '#app/ui/parts/fields.tsx';

export function DoorPhoto({ problem, text }: { problem: FormProblem | undefined; text: Text }) {
  const { delivery: words, received } = text.order;
  const error = errorOf(problem, 'foto', text.form);
  return (
    <div className="grid min-w-0 gap-2" data-photo-shrink>
      <CameraButton
        label={words.photo}
        isWrong={error !== undefined}
        describedBy={describedBy('foto', words.hint, error)}
      />
      {error ? (
        <p id="foto-error" className="font-semibold text-mengkudu">
          {error}
        </p>
      ) : null}
      <p id="foto-hint" className="text-sm text-soft">
        {words.hint}
      </p>
      <p className="text-sm text-soft">{words.noCamera(received)}</p>
      <script type="module" src="/scripts/photo-upload.js" />
    </div>
  );
}
