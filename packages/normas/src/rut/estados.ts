export type EstadoRut = 'activo' | 'suspendido' | 'cancelado';

export type SoporteRut = 'certificado' | 'copia-electronica';

/**
 * Legend that the first sheet of form 001 carries as proof of registration (DUR 1.6.1.2.21): a
 * suspended or cancelled registration says so; otherwise "Certificado", or "Copia Certificado" on the
 * electronic copy, valid without a handwritten signature.
 */
export function leyendaRut(estado: EstadoRut, soporte: SoporteRut): string {
  switch (estado) {
    case 'suspendido':
      return 'Suspendido';
    case 'cancelado':
      return 'Cancelado';
    case 'activo':
      return soporte === 'copia-electronica' ? 'Copia Certificado' : 'Certificado';
  }
}

/** For the public status query and the verification page. */
export const NOMBRE_ESTADO_RUT: Readonly<Record<EstadoRut, string>> = {
  activo: 'Registro activo',
  suspendido: 'Registro suspendido',
  cancelado: 'Registro cancelado',
};
