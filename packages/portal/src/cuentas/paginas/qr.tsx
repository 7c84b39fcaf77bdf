import { matrizQr } from '@autogestion/documentos';

/** A QR as vectors, with its quiet zone: dark on white whatever the theme. */
export function CodigoQr({ texto, nombre }: { texto: string; nombre: string }) {
  const { lado, tramos } = matrizQr(texto);
  const total = lado + 8;
  return (
    <svg
      width="220"
      height="220"
      viewBox={`0 0 ${total} ${total}`}
      role="img"
      aria-label={nombre}
      shape-rendering="crispEdges"
    >
      <rect width={total} height={total} fill="#fff" />
      <path
        fill="#000"
        d={tramos.map((t) => `M${t.columna + 4} ${t.fila + 4}h${t.largo}v1h-${t.largo}z`).join('')}
      />
    </svg>
  );
}
