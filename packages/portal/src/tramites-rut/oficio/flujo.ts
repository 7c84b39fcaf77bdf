import { flujoDeOficio } from '../../tramites/index.ts';

/** The same of what is done to a RUT. */
export const flujoDelRut = (a: Omit<Parameters<typeof flujoDeOficio>[0], 'mientras' | 'archivada'>) =>
  flujoDeOficio({
    ...a,
    mientras: { seDecide: 'Si no está de acuerdo, escríbale desde esta página antes de que se decida.' },
    archivada: {
      queSigue: 'La oficina no ordenó nada: su RUT sigue como estaba.',
      resuelve: 'Se archiva la actuación. El RUT sigue como estaba.',
    },
  });
