import type { VNode } from 'preact';
import { Boton, Detalles, Formulario } from '../../interfaz/index.ts';

/** Deletes what was not filed, after saying what goes. */
export const BorrarSolicitud = ({ camino, que }: { camino: string; que: string }): VNode => (
  <Detalles resumen={`Borrar: ${que.charAt(0).toLocaleLowerCase('es-CO')}${que.slice(1)}`}>
    <p class="govuk-body">
      Se borra esta solicitud con sus archivos. No se había presentado: la oficina no la ha visto. No se puede
      deshacer.
    </p>
    <Formulario accion={`${camino}/borrar`}>
      <Boton variante="peligro">Borrarla</Boton>
    </Formulario>
  </Detalles>
);
