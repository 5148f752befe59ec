export type ShellArea = { id: string; label: string; href: string };
export type ShellGroup = { label: string; areas: ShellArea[] };
export type ShellUser = { name: string; email: string; role: string };
