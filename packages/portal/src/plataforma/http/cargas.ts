import { errores } from '../errores/index.ts';

const MIB = 1024 * 1024;

/**
 * House rule: files that are being received or judged at once, of people who came in and of anybody else, so that
 * strangers never take the room of those who are filing. A process of 512 MiB holds both at their fullest.
 */
const CARGAS = { aLaVez: 64, bytes: 96 * MIB } as const;

/** The room of one upload, from its first byte until it is answered. */
export interface Carga {
  /** More bytes of it are kept. @throws ErrorDominio 503 when no room is left */
  sumar(bytes: number): void;
  terminar(): void;
}

/** @throws ErrorDominio 503 when as many are being received as there is room for */
export type EmpezarCarga = (deQuienEntro: boolean) => Carga;

export function abrirCargas({
  aLaVez,
  bytes: tope,
}: { aLaVez: number; bytes: number } = CARGAS): EmpezarCarga {
  const deQuienesEntraron = { cuantas: 0, bytes: 0 };
  const deDesconocidos = { cuantas: 0, bytes: 0 };
  return (deQuienEntro) => {
    const clase = deQuienEntro ? deQuienesEntraron : deDesconocidos;
    if (clase.cuantas >= aLaVez || clase.bytes >= tope) throw errores.saturado();
    clase.cuantas += 1;
    let propios = 0;
    let abierta = true;
    return {
      sumar(bytes) {
        if (clase.bytes + bytes > tope) throw errores.saturado();
        clase.bytes += bytes;
        propios += bytes;
      },
      terminar() {
        if (!abierta) return;
        abierta = false;
        clase.cuantas -= 1;
        clase.bytes -= propios;
      },
    };
  };
}
