import type { ComponentChildren, VNode } from 'preact';
import { contextoDePagina, idPublico } from '../../plataforma/index.ts';

interface PropsDeFormulario {
  accion: string;
  /** What the form must carry unseen. It can be tampered with: the server trusts none of it. */
  ocultos?: Readonly<Record<string, string | number>>;
  /** Pressing twice does it once: for what is done through `unaSolaVez`. */
  unaVez?: boolean;
  conArchivos?: boolean;
  children: ComponentChildren;
}

/**
 * A form that changes something, with the token of the request's session. The server validates, so that the messages
 * are ours and in one place.
 */
export function Formulario({
  accion,
  ocultos = {},
  unaVez,
  conArchivos,
  children,
}: PropsDeFormulario): VNode {
  const deLaCasa = { _csrf: contextoDePagina().csrf(), ...(unaVez && { _clave: idPublico() }) };
  return (
    <form method="post" action={accion} enctype={conArchivos ? 'multipart/form-data' : undefined} noValidate>
      {Object.entries({ ...deLaCasa, ...ocultos }).map(([nombre, valor]) => (
        <input type="hidden" name={nombre} value={String(valor)} />
      ))}
      {children}
    </form>
  );
}
