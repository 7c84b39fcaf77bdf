import { fechaEnBogota, type Fecha } from '@autogestion/normas/fechas';

/** The only source of time. Legal dates come from here, never from the database's `now()`. */
export interface Reloj {
  ahora(): Date;
  hoy(): Fecha;
}

export const relojDelSistema: Reloj = {
  ahora: () => new Date(),
  hoy: () => fechaEnBogota(new Date()),
};

/** A clock that stands still until it is moved: for tests and for reproducing a day. */
export function relojFijo(inicio: Date | string): Reloj & { avanzar(ms: number): void } {
  let actual = new Date(inicio).getTime();
  return {
    ahora: () => new Date(actual),
    hoy: () => fechaEnBogota(new Date(actual)),
    avanzar: (ms) => {
      actual += ms;
    },
  };
}
