import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { OpcionDeLista } from './buscar.ts';

interface PropsDeLista {
  id: string;
  etiqueta: string;
  abierta: boolean;
  opciones: readonly OpcionDeLista[];
  activa: number;
  elegir: (opcion: OpcionDeLista) => void;
}

/** The options under the box, under the names of their groups where they have them. */
export function Lista({ id, etiqueta, abierta, opciones, activa, elegir }: PropsDeLista): VNode {
  const raiz = useRef<HTMLDivElement>(null);
  useEffect(() => {
    raiz.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activa]);

  useEffect(() => {
    if (abierta) raiz.current?.scrollIntoView({ block: 'nearest' });
  }, [abierta]);

  const dibujar = (opcion: OpcionDeLista, indice: number): VNode => (
    <div
      class="ag-selector__opcion"
      key={opcion.valor}
      id={`${id}-${indice}`}
      role="option"
      aria-selected={indice === activa}
      onClick={() => elegir(opcion)}
    >
      {opcion.texto}
    </div>
  );
  return (
    <div
      ref={raiz}
      class="ag-selector__lista"
      id={id}
      role="listbox"
      aria-label={etiqueta}
      hidden={!abierta}
      // The box keeps the focus while the list is pressed or dragged.
      onMouseDown={(evento) => evento.preventDefault()}
    >
      {!abierta ? null : opciones.length === 0 ? (
        <div class="ag-selector__nada" role="option" aria-disabled="true" aria-selected={false}>
          Ninguna opción coincide
        </div>
      ) : (
        porGrupos(opciones).map(({ grupo, desde, hasta }) => {
          const propias = opciones.slice(desde, hasta).map((opcion, i) => dibujar(opcion, desde + i));
          if (!grupo) return propias;
          return (
            <div class="ag-selector__grupo" role="group" aria-label={grupo} key={`${grupo}-${desde}`}>
              <div class="ag-selector__titulo" role="presentation">
                {grupo}
              </div>
              {propias}
            </div>
          );
        })
      )}
    </div>
  );
}

interface Tramo {
  grupo: string | undefined;
  desde: number;
  hasta: number;
}

/** Runs of neighbours of one group: the best matches come first, so a group may appear twice. */
function porGrupos(opciones: readonly OpcionDeLista[]): Tramo[] {
  const tramos: Tramo[] = [];
  opciones.forEach(({ grupo }, i) => {
    const ultimo = tramos[tramos.length - 1];
    if (ultimo && ultimo.grupo === grupo) ultimo.hasta = i + 1;
    else tramos.push({ grupo, desde: i, hasta: i + 1 });
  });
  return tramos;
}
