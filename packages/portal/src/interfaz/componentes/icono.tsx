import type { VNode } from 'preact';

/** Drawn on a grid of 24, strokes of 1.7, round ends. One path each, so that the set stays small. */
const TRAZOS = {
  advertencia: 'M12 3.5 2.5 20h19zM12 10v4.5M12 17.4h.01',
  archivo: 'M6 2.5h8l4.5 4.5v14.5H6zM14 2.5V7h4.5M9 12h6.5M9 16h6.5',
  ayuda:
    'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zM9.3 9.4a2.75 2.75 0 1 1 4 2.5c-.9.45-1.3 1-1.3 1.9M12 17h.01',
  balanza: 'M12 3v18M6 21h12M5 7h14M5 7l-3 7.5h6zM19 7l-3 7.5h6z',
  billete: 'M2 6h20v12H2zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM5.5 12h.01M18.5 12h.01',
  buscar: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3 21 21',
  calendario: 'M3.5 5h17v16h-17zM3.5 10h17M8 2.5V7M16 2.5V7',
  camara: 'M2 6.5h13v11H2zM15 11l7-4v10l-7-4',
  candado: 'M5 10.5h14V21H5zM8 10.5V7a4 4 0 0 1 8 0v3.5M12 14.5v2.5',
  chulo: 'm4.5 12.5 5 5 10-11',
  conversacion: 'M3 4h18v12.5H9.5L4.5 21v-4.5H3z',
  correo: 'M2.5 5h19v14h-19zM3 6l9 7 9-7',
  descargar: 'M12 3v12M6.5 10 12 15.5 17.5 10M4 20.5h16',
  firma: 'M3 20.5h18M4 16c3-1 8.5-11.5 6.5-12.5S6 13 9 15.5s3.5-3.5 5-3.5.5 3 2 3 2-1 4-1',
  flecha: 'M4 12h15M13 6l6 6-6 6',
  lapiz: 'm3.5 20.5 4.2-1L20 7.2 16.8 4 4.5 16.3zM14 6.8 17.2 10',
  libro: 'M12 6c-2-1.7-5-2-9-2v14.5c4 0 7 .3 9 2 2-1.7 5-2 9-2V4c-4 0-7 .3-9 2zM12 6v14.5',
  persona: 'M12 3.5a4.25 4.25 0 1 0 0 8.5 4.25 4.25 0 0 0 0-8.5zM4 21c.3-4.5 3.3-6.5 8-6.5s7.7 2 8 6.5',
  personas:
    'M9 4a3.75 3.75 0 1 0 0 7.5A3.75 3.75 0 0 0 9 4zM2.5 20.5c.2-4 2.7-6 6.5-6s6.3 2 6.5 6M16 4.3a3.7 3.7 0 0 1 0 6.9M18.2 15c2 .8 3.2 2.7 3.3 5.5',
  qr: 'M3 3h7v7H3zM14 3h7v7h-7zM3 14h7v7H3zM14 14h3v3h-3zM18 18h3v3h-3zM6.5 6.5h.01M17.5 6.5h.01M6.5 17.5h.01',
  recibo: 'M5 2.5h14v19l-2.8-2-2.1 2-2.1-2-2.1 2-2.1-2-2.8 2zM9 8h6M9 12h6',
  reloj: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zM12 6.5V12l3.5 2.5',
  salir: 'M10 3.5H4v17h6M9.5 12H21M16.5 7.5 21 12l-4.5 4.5',
  sello: 'M12 2.5 19.5 5v6.5c0 5-3 8.2-7.5 10-4.5-1.8-7.5-5-7.5-10V5zM8.5 11.8l2.5 2.5 4.7-5',
  telefono: 'M7 2.5h10v19H7zM11 18h2',
  tienda: 'M3 9.5 5 3.5h14l2 6M4.5 12v9h15v-9M3 9.5a3 3 0 0 0 6 0 3 3 0 0 0 6 0 3 3 0 0 0 6 0zM10 21v-5h4v5',
  ubicacion:
    'M12 21.5c-4.5-5-6.8-8.5-6.8-11.7a6.8 6.8 0 0 1 13.6 0c0 3.2-2.3 6.7-6.8 11.7zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
} as const;

export type NombreDeIcono = keyof typeof TRAZOS;

export const NOMBRES_DE_ICONOS = Object.keys(TRAZOS) as readonly NombreDeIcono[];

/** Decoration beside a text that says the same: assistive technology never meets it. */
export function Icono({ nombre, medida = 24 }: { nombre: NombreDeIcono; medida?: number }): VNode {
  return (
    <svg
      class="icono"
      width={medida}
      height={medida}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={TRAZOS[nombre]} />
    </svg>
  );
}
