import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { buscar, exacta, type OpcionDeLista } from './buscar.ts';
import { Lista } from './lista.tsx';

interface PropsDeCombobox {
  id: string;
  etiqueta: string;
  describe: string | null;
  errada: boolean;
  opciones: readonly OpcionDeLista[];
  /** Value of the native list, which the form posts; `''` when nothing is chosen. */
  valor: string;
  alElegir: (valor: string) => void;
}

/** Whether a finger or the mouse is pressing something. */
let oprimiendo = false;
document.addEventListener('pointerdown', () => (oprimiendo = true), true);
for (const fin of ['pointerup', 'pointercancel'])
  document.addEventListener(fin, () => (oprimiendo = false), true);

/** A list this long is drawn in one frame on a slow phone; more is found by typing. */
const VISIBLES = 60;

/**
 * Editable combobox with list autocomplete and manual selection, of the WAI-ARIA Authoring Practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The focus stays in the box; the option under way is
 * told by `aria-activedescendant`.
 */
export function Combobox({
  id,
  etiqueta,
  describe,
  errada,
  opciones,
  valor,
  alElegir,
}: PropsDeCombobox): VNode {
  const elegida = opciones.find((opcion) => opcion.valor === valor);
  const [texto, fijarTexto] = useState(elegida?.texto ?? '');
  const [abierta, fijarAbierta] = useState(false);
  const [activa, fijarActiva] = useState(-1);
  const [tecleando, fijarTecleando] = useState(false);
  /** What was written and is no choice: it is told, and does not stay in the box as if it were the answer. */
  const [ajeno, fijarAjeno] = useState('');
  const entrada = useRef<HTMLInputElement>(null);

  // The browser may give the native list another value: on coming back to the page, by filling the form.
  useEffect(() => {
    if (elegida) fijarTexto(elegida.texto);
  }, [valor]);

  // With the answer already chosen, opening shows the whole list; while typing, what was typed finds it.
  const halladas = buscar(opciones, elegida?.texto === texto && !tecleando ? '' : texto);
  const visibles = halladas.slice(0, VISIBLES);
  const [idLista, idEstado] = [`${id}-lista`, `${id}-estado`];

  function elegir(opcion: OpcionDeLista): void {
    fijarTexto(opcion.texto);
    fijarAjeno('');
    cerrar();
    alElegir(opcion.valor);
  }
  function cerrar(): void {
    fijarAbierta(false);
    fijarActiva(-1);
    fijarTecleando(false);
  }
  function escribir(nuevo: string): void {
    fijarTexto(nuevo);
    fijarAjeno('');
    fijarTecleando(true);
    fijarAbierta(true);
    fijarActiva(-1);
    alElegir(exacta(opciones, nuevo)?.valor ?? '');
  }
  function borrar(): void {
    fijarTexto('');
    alElegir('');
  }
  function mover(paso: 1 | -1): void {
    fijarAbierta(true);
    const cuantas = visibles.length;
    if (cuantas === 0) return;
    if (activa === -1) fijarActiva(paso === 1 ? 0 : cuantas - 1);
    else fijarActiva((activa + paso + cuantas) % cuantas);
  }
  function aceptar(evento: KeyboardEvent): void {
    const senalada = visibles[activa] ?? (visibles.length === 1 ? visibles[0] : undefined);
    if (abierta && senalada) {
      evento.preventDefault();
      elegir(senalada);
    } else if (texto && !elegida) {
      // Sending now would post no answer while the box shows one.
      evento.preventDefault();
      fijarAbierta(true);
    }
  }
  function alTeclear(evento: KeyboardEvent): void {
    switch (evento.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        evento.preventDefault();
        if (evento.altKey) fijarAbierta(evento.key === 'ArrowDown');
        else mover(evento.key === 'ArrowDown' ? 1 : -1);
        break;
      case 'Enter':
        aceptar(evento);
        break;
      case 'Escape':
        if (!abierta) borrar();
        cerrar();
        break;
    }
  }
  function alSalir(): void {
    const senalada = abierta ? visibles[activa] : undefined;
    const unica = tecleando && halladas.length === 1 ? halladas[0] : undefined;
    const final = senalada ?? exacta(opciones, texto) ?? (texto.trim() ? unica : undefined);
    if (final) elegir(final);
    else if (!elegida) {
      fijarAjeno(texto.trim());
      fijarTexto('');
      cerrar();
    } else cerrar();
  }
  function alPerderElFoco(): void {
    // Closing moves what stands below: not between the press and the release of somebody's finger on it.
    if (!oprimiendo) alSalir();
    else document.addEventListener('pointerup', () => setTimeout(alSalir), { once: true });
  }

  return (
    <div class="ag-selector">
      <input
        ref={entrada}
        class={`govuk-input ag-selector__entrada${errada ? ' govuk-input--error' : ''}`}
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={abierta}
        aria-controls={idLista}
        aria-activedescendant={abierta && activa >= 0 ? `${idLista}-${activa}` : undefined}
        aria-describedby={[describe, idEstado].filter(Boolean).join(' ')}
        aria-invalid={errada ? 'true' : undefined}
        value={texto}
        onInput={(evento) => escribir(evento.currentTarget.value)}
        onKeyDown={alTeclear}
        onClick={() => fijarAbierta(true)}
        onBlur={alPerderElFoco}
      />
      <button
        class="ag-selector__abrir"
        type="button"
        tabIndex={-1}
        aria-label={`Ver las opciones de ${etiqueta}`}
        aria-expanded={abierta}
        aria-controls={idLista}
        onMouseDown={(evento) => evento.preventDefault()}
        onClick={() => {
          fijarAbierta(!abierta);
          entrada.current?.focus();
        }}
      >
        <svg width="16" height="10" viewBox="0 0 16 10" fill="none" aria-hidden="true">
          <path d="m2 2 6 6 6-6" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" />
        </svg>
      </button>
      <Lista
        id={idLista}
        etiqueta={etiqueta}
        abierta={abierta}
        opciones={visibles}
        activa={activa}
        elegir={elegir}
      />
      <div class={ajeno && !abierta ? 'nota' : 'govuk-visually-hidden'} id={idEstado} role="status">
        {estado({ abierta, ajeno, halladas: halladas.length })}
      </div>
    </div>
  );
}

interface Situacion {
  abierta: boolean;
  ajeno: string;
  halladas: number;
}

/** What changed without the focus moving, for who does not see the list. */
function estado({ abierta, ajeno, halladas }: Situacion): string {
  if (!abierta) return ajeno ? `«${ajeno}» no está en la lista. Elija una de sus opciones.` : '';
  if (halladas === 0) return 'Ninguna opción coincide';
  const cuantas = halladas === 1 ? 'Hay 1 opción' : `Hay ${halladas} opciones`;
  return halladas > VISIBLES
    ? `${cuantas}; se muestran ${VISIBLES}. Escriba para acortar la lista.`
    : `${cuantas}.`;
}
