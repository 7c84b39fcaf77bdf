import type { ComponentChildren, VNode } from 'preact';

export interface PropsDeFormularioPost {
  accion: string;
  csrf: string;
  /** What the form must carry unseen. It can be tampered with: the server trusts none of it. */
  ocultos?: Readonly<Record<string, string | number>>;
  conArchivos?: boolean;
  children: ComponentChildren;
}

/** A form that changes something. The server validates, so that the messages are ours and in one place. */
export function FormularioPost({
  accion,
  csrf,
  ocultos = {},
  conArchivos,
  children,
}: PropsDeFormularioPost): VNode {
  return (
    <form method="post" action={accion} enctype={conArchivos ? 'multipart/form-data' : undefined} noValidate>
      <input type="hidden" name="_csrf" value={csrf} />
      {Object.entries(ocultos).map(([nombre, valor]) => (
        <input type="hidden" name={nombre} value={String(valor)} />
      ))}
      {children}
    </form>
  );
}
