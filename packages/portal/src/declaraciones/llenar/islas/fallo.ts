import { avisarEn, quitarAviso } from '../../../interfaz/islas/index.ts';

/** Why something was not saved. */
export type Causa = 'sin-conexion' | 'sin-respuesta' | 'sesion-vencida' | 'otro-aparato' | 'no-se-pudo';

const SIGUE = 'Lo que escribió sigue en esta página y todavía no se guardó.';

const TEXTOS: Record<Causa, { titulo: string; texto: string; boton: string }> = {
  'sin-conexion': {
    titulo: 'No hay conexión a internet',
    texto: `${SIGUE} Puede seguir escribiendo: lo guardaremos cuando vuelva la conexión. No cierre la página.`,
    boton: 'Intentar ahora',
  },
  'sin-respuesta': {
    titulo: 'El servidor no responde',
    texto: `${SIGUE} Puede seguir escribiendo: lo intentaremos otra vez en unos segundos. No cierre la página.`,
    boton: 'Intentar ahora',
  },
  'sesion-vencida': {
    titulo: 'Su sesión venció',
    texto: `${SIGUE} Entre otra vez: volverá a esta página con lo que escribió.`,
    boton: 'Entrar y volver aquí',
  },
  'otro-aparato': {
    titulo: 'Esto cambió en otro aparato',
    texto:
      'Mientras usted escribía aquí, alguien cambió lo mismo desde otra página u otro aparato. No se guardó lo que usted escribió, ni se borró lo otro.',
    boton: 'Ver las dos y elegir',
  },
  'no-se-pudo': {
    titulo: 'No se pudo guardar',
    texto: `${SIGUE} Envíe la página para ver por qué.`,
    boton: 'Enviar la página',
  },
};

/** Those that mend themselves: it is tried again. */
export const SE_REINTENTA: ReadonlySet<Causa> = new Set(['sin-conexion', 'sin-respuesta']);

/** Where the focus was when it was taken. */
let deDonde: Element | null = null;

/** Says it where nobody can miss it; where it was said already, the focus stays with what is being written. */
export function decirFallo(formulario: HTMLFormElement, causa: Causa, alOprimir: () => void): void {
  if (formulario.dataset.fallo === causa) return;
  if (formulario.dataset.fallo === undefined) deDonde = document.activeElement;
  formulario.dataset.fallo = causa;
  avisarEn(formulario, { ...TEXTOS[causa], alOprimir });
}

/** It was saved after all: the focus goes back to where it was, unless it moved on by itself. */
export function callarFallo(formulario: HTMLFormElement): void {
  if (formulario.dataset.fallo === undefined) return;
  delete formulario.dataset.fallo;
  const enElAviso = document.activeElement?.closest('.envio-fallido') !== null;
  quitarAviso(formulario);
  if (enElAviso && deDonde instanceof HTMLElement) deDonde.focus();
}
