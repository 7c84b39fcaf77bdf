import type { VNode } from 'preact';
import { Aviso } from '../../interfaz/index.ts';
import type { EstadoRut } from '../../rut/index.ts';

/** The RUT of an open case is not active any more: whoever decides reads it before anything else. */
export function AvisoDelRut({ estado }: { estado: EstadoRut }): VNode | null {
  if (estado === 'activo') return null;
  return (
    <Aviso tipo="importante" titulo={`El RUT de este trámite está ${estado}`}>
      {estado === 'cancelado'
        ? 'Se canceló con el trámite abierto, o después de pedirlo: lo que exige un RUT activo no se puede aprobar. Mire las condiciones antes de decidir.'
        : 'Lo que exige un RUT activo no se puede aprobar mientras siga así. Mire las condiciones antes de decidir.'}
    </Aviso>
  );
}
